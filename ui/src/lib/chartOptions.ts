import type { Tokens } from './tokens';

export const FONT = "'Inter Variable', system-ui, sans-serif";

export interface TipRow {
  label: string;
  value: string;
  color?: string;
}

/** A tooltip as an element: one parsed from text would carry `style` attributes, which our policy refuses. */
export function tip(title: string, rows: readonly TipRow[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'chart-tip';
  const head = box.appendChild(document.createElement('strong'));
  head.textContent = title;
  for (const { label, value, color } of rows) {
    const line = box.appendChild(document.createElement('div'));
    const mark = line.appendChild(document.createElement('i'));
    if (color) mark.style.background = color;
    line.appendChild(document.createElement('span')).textContent = label;
    line.appendChild(document.createElement('b')).textContent = value;
  }
  return box;
}

export function tooltip(tokens: Tokens) {
  return {
    backgroundColor: tokens.raised,
    borderColor: tokens.border,
    borderWidth: 1,
    padding: 0,
    confine: true,
    transitionDuration: 0,
    textStyle: { color: tokens.text, fontFamily: FONT, fontSize: 12 },
    extraCssText: 'box-shadow: 0 4px 16px rgb(0 0 0 / 0.12); border-radius: 8px;',
  };
}

export function categoryAxis(tokens: Tokens, data: readonly string[], label: (value: string, index: number) => string) {
  return {
    type: 'category' as const,
    data: [...data],
    axisLine: { lineStyle: { color: tokens.axis } },
    axisTick: { show: false },
    axisLabel: { color: tokens.muted, fontFamily: FONT, fontSize: 12, margin: 10, hideOverlap: true, formatter: label },
  };
}

export function valueAxis(tokens: Tokens, label: (value: number) => string) {
  return {
    type: 'value' as const,
    min: 0,
    splitNumber: 4,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: tokens.grid } },
    axisLabel: { color: tokens.muted, fontFamily: FONT, fontSize: 12, hideOverlap: true, formatter: label },
  };
}

export const GRID = { left: 4, right: 12, top: 12, bottom: 4, outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const };

/** Slanted lines over a light ground: what was lost. */
export function hatch(tokens: Tokens) {
  return {
    color: tokens.accentSoft,
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, color: tokens.bar },
  };
}

/** Whether the reader asked the system for less motion. */
export function animated(): boolean {
  return typeof matchMedia === 'undefined' || !matchMedia('(prefers-reduced-motion: reduce)').matches;
}
