import { categoryAxis, FONT, GRID, hatch, tip, tooltip, valueAxis, type TipRow } from '../../lib/chartOptions';
import type { Value } from '../../lib/series';
import type { Tokens } from '../../lib/tokens';

interface Common {
  tokens: Tokens;
  narrow: boolean;
  full: (value: Value) => string;
}

const axisTip = (tokens: Tokens, title: (index: number) => string, rows: (index: number) => TipRow[]) => ({
  ...tooltip(tokens),
  trigger: 'axis' as const,
  axisPointer: { type: 'shadow' as const, shadowStyle: { color: tokens.text, opacity: 0.05 } },
  formatter: (params: unknown) => {
    const index = (params as { dataIndex: number }[])[0]?.dataIndex ?? 0;
    return tip(title(index), rows(index));
  },
});

export interface NamedLine {
  label: string;
  color: string;
  values: readonly Value[];
  before: readonly Value[] | null;
}

interface SeriesInput extends Common {
  drawing: 'line' | 'area' | 'bar';
  names: readonly string[];
  /** As the axis has room for; the tip has the names. */
  short: readonly string[];
  lines: readonly NamedLine[];
  beforeWord: string;
  axis: (value: number) => string;
}

/** Categories with many letters lie across, so that they can be read. */
const LONG_NAME = 9;
const FEW = 8;

export function lying(drawing: string, names: readonly string[], overTime: boolean): boolean {
  return drawing === 'bar' && !overTime && (names.length > FEW || names.some((name) => name.length > LONG_NAME));
}

/** Lines, areas or upright bars over categories, each with what stood there before where that is known. */
export function seriesOption({ tokens, drawing, names, short, lines, beforeWord, axis, full }: SeriesInput) {
  const rows = (index: number): TipRow[] => lines.flatMap(({ label, color, values, before }) => [
    { label, color, value: full(values[index] ?? null) },
    ...(before ? [{ label: beforeWord, color: tokens.previous, value: full(before[index] ?? null) }] : []),
  ]);
  const bar = ({ color, values }: NamedLine) => ({ type: 'bar', barMaxWidth: 36, barCategoryGap: '24%', data: [...values], itemStyle: { color, borderRadius: [3, 3, 0, 0] } });
  const line = ({ color, values }: NamedLine) => ({
    type: 'line', data: [...values], symbol: values.length === 1 ? 'circle' : 'none', connectNulls: false, lineStyle: { color, width: 2 }, itemStyle: { color },
    ...(drawing === 'area' ? { areaStyle: { color, opacity: lines.length === 1 ? 0.14 : 0.06 } } : {}),
  });
  const before = lines.flatMap((own) => (own.before ? [{
    type: 'line', data: [...own.before], symbol: 'none', lineStyle: { color: tokens.previous, width: 1.5, type: [5, 4] }, itemStyle: { color: tokens.previous },
  }] : []));
  return {
    grid: { ...GRID, right: 20 },
    tooltip: axisTip(tokens, (index) => names[index] ?? '', rows),
    xAxis: { ...categoryAxis(tokens, names, (_, index) => short[index] ?? ''), boundaryGap: drawing === 'bar' },
    yAxis: { ...valueAxis(tokens, axis), min: lowest(lines) },
    series: [...lines.map((own) => (drawing === 'bar' ? bar(own) : line(own))), ...before],
  };
}

/** Zero, unless more was given back than was taken in. */
function lowest(lines: readonly NamedLine[]) {
  return Math.min(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
}

/** Bars that lie, the first on top, each with its figure. */
export function lyingOption({ tokens, narrow, names, lines, axis, full }: SeriesInput) {
  const single = lines.length === 1;
  const label = { show: single, position: 'right' as const, color: tokens.second, fontFamily: FONT, fontSize: 12, formatter: ({ value }: { value: Value }) => full(value) };
  return {
    grid: { ...GRID, right: single ? 72 : 12 },
    tooltip: axisTip(tokens, (index) => names[index] ?? '', (index) => lines.map((line) => ({ label: line.label, color: line.color, value: full(line.values[index] ?? null) }))),
    xAxis: { ...valueAxis(tokens, axis), min: lowest(lines), splitNumber: narrow ? 2 : 4 },
    yAxis: {
      ...categoryAxis(tokens, names, (value) => value), inverse: true,
      axisLabel: { color: tokens.second, fontFamily: FONT, fontSize: 12, width: narrow ? 96 : 150, overflow: 'truncate', interval: names.length > 24 ? 'auto' : 0 },
    },
    series: lines.map(({ color, values }) => ({ type: 'bar', barMaxWidth: 22, barCategoryGap: '28%', data: [...values], itemStyle: { color, borderRadius: [0, 3, 3, 0] }, label })),
  };
}

interface HeatInput extends Common {
  columns: readonly string[];
  rows: readonly string[];
  cells: readonly [number, number, number][];
  word: string;
}

export function heatOption({ tokens, narrow, columns, rows, cells, full, word }: HeatInput) {
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitArea: { show: false } };
  const label = { color: tokens.muted, fontFamily: FONT, fontSize: 12, width: narrow ? 70 : 120, overflow: 'truncate' as const };
  return {
    grid: { ...GRID, right: 4, top: 4 },
    tooltip: {
      ...tooltip(tokens),
      formatter: (params: unknown) => {
        const [column = 0, row = 0, value = 0] = (params as { value: number[] }).value;
        return tip(`${rows[row]}, ${columns[column]}`, [{ label: word, value: full(value), color: tokens.accent }]);
      },
    },
    xAxis: { type: 'category', data: [...columns], ...bare, axisLabel: { ...label, width: undefined, hideOverlap: true } },
    yAxis: { type: 'category', data: [...rows], inverse: true, ...bare, axisLabel: { ...label, interval: rows.length > 24 ? 'auto' : 0 } },
    visualMap: { show: false, min: Math.min(0, ...cells.map(([, , value]) => value)), max: Math.max(...cells.map(([, , value]) => value), 1e-9), inRange: { color: [...tokens.sequential] }, dimension: 2 },
    series: [{ type: 'heatmap', data: cells.map((cell) => [...cell]), progressive: 0, itemStyle: { borderColor: tokens.surface, borderWidth: columns.length > 40 ? 0 : 2, borderRadius: 3 }, emphasis: { itemStyle: { borderColor: tokens.text, borderWidth: 1 } } }],
  };
}

interface DotsInput {
  tokens: Tokens;
  narrow: boolean;
  dots: readonly { label: string; x: number; y: number }[];
  medians: [number, number];
  x: { name: string; axis: (value: number) => string; full: (value: Value) => string };
  y: { name: string; axis: (value: number) => string; full: (value: Value) => string };
}

/** Each thing at its two figures, with the medians as lines between little and much. */
export function dotsOption({ tokens, dots, medians, x, y }: DotsInput) {
  const name = { nameTextStyle: { color: tokens.muted, fontFamily: FONT, fontSize: 12 } };
  return {
    grid: { ...GRID, bottom: 24, top: 28 },
    tooltip: {
      ...tooltip(tokens), trigger: 'item',
      formatter: (params: unknown) => {
        const dot = dots[(params as { dataIndex: number }).dataIndex];
        return tip(dot?.label ?? '', [{ label: x.name, value: x.full(dot?.x ?? null) }, { label: y.name, value: y.full(dot?.y ?? null) }]);
      },
    },
    xAxis: { ...valueAxis(tokens, x.axis), ...name, name: x.name, nameLocation: 'middle', nameGap: 28 },
    yAxis: { ...valueAxis(tokens, y.axis), nameTextStyle: { ...name.nameTextStyle, align: 'left' }, name: y.name, nameGap: 12 },
    series: [{
      type: 'scatter', symbolSize: 9, data: dots.map((dot) => [dot.x, dot.y]), itemStyle: { color: tokens.fill, opacity: 0.65 },
      markLine: {
        silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: tokens.control, type: [4, 4], width: 1 },
        data: [{ xAxis: medians[0] }, { yAxis: medians[1] }],
      },
    }],
  };
}

export interface Part {
  label: string;
  value: number;
  color: string;
  share: string;
}

export function pieOption({ tokens, narrow, parts, full }: Common & { parts: readonly Part[] }) {
  return {
    tooltip: {
      ...tooltip(tokens), trigger: 'item',
      formatter: (params: unknown) => {
        const part = parts[(params as { dataIndex: number }).dataIndex];
        return tip(part?.label ?? '', [{ label: part?.share ?? '', value: full(part?.value ?? null), color: part?.color }]);
      },
    },
    series: [{
      type: 'pie', radius: ['44%', '74%'], center: ['50%', '50%'], startAngle: 90, avoidLabelOverlap: true,
      itemStyle: { borderColor: tokens.surface, borderWidth: 2 },
      label: {
        color: tokens.text, fontFamily: FONT, fontSize: 12, lineHeight: 16, width: narrow ? 74 : 120, overflow: 'break',
        formatter: ({ dataIndex }: { dataIndex: number }) => `${parts[dataIndex]?.label}\n${parts[dataIndex]?.share}`,
      },
      labelLine: { length: narrow ? 4 : 10, length2: narrow ? 4 : 12, lineStyle: { color: tokens.control } },
      data: parts.map(({ label, value, color }) => ({ name: label, value, itemStyle: { color } })),
    }],
  };
}

export interface Step {
  label: string;
  value: number;
  lost: number;
  count: string;
  share: string;
  lostText: string;
}

/** Columns: what goes on is full, what left since the step before is hatched above it. */
export function stepsOption({ tokens, narrow, steps, words }: Omit<Common, 'full'> & { steps: readonly Step[]; words: { continues: string; left: string } }) {
  const rich = {
    n: { fontFamily: FONT, fontSize: 13, lineHeight: 17, fontWeight: 640, color: tokens.text },
    s: { fontFamily: FONT, fontSize: 12, lineHeight: 16, color: tokens.muted },
  };
  const text = ({ dataIndex }: { dataIndex: number }) => `{n|${steps[dataIndex]?.count}}\n{s|${steps[dataIndex]?.share}}`;
  return {
    grid: { ...GRID, top: 44 },
    tooltip: axisTip(tokens, (index) => steps[index]?.label ?? '', (index) => [
      { label: words.continues, value: steps[index]?.count ?? '', color: tokens.fill },
      ...(index > 0 ? [{ label: words.left, value: steps[index]?.lostText ?? '', color: tokens.bar }] : []),
    ]),
    xAxis: {
      ...categoryAxis(tokens, steps.map(({ label }) => label), (value) => value),
      axisLabel: { color: tokens.second, fontFamily: FONT, fontSize: narrow ? 11 : 12, interval: 0, margin: 10, width: narrow ? 56 : 96, lineHeight: 14, overflow: 'break' },
    },
    yAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...steps.map(({ value, lost }) => value + lost)) },
    series: [
      { type: 'bar', stack: 'way', barWidth: '62%', data: steps.map(({ value }) => value), itemStyle: { color: tokens.fill } },
      { type: 'bar', stack: 'way', barWidth: '62%', data: steps.map(({ lost }) => lost), itemStyle: { ...hatch(tokens), borderRadius: [4, 4, 0, 0] }, label: { show: true, position: 'top', distance: 6, formatter: text, rich } },
    ],
  };
}
