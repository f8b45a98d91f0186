import { categoryAxis, FONT, GRID, tip, tooltip, valueAxis, type TipRow } from '../../lib/chartOptions';
import { axisTip, type Common } from '../../lib/plots';
import type { Value } from '../../lib/series';

interface TrendInput extends Common {
  buckets: readonly string[];
  values: readonly Value[];
  mean: readonly Value[] | null;
  before: readonly Value[] | null;
  marked: ReadonlySet<string>;
  words: { value: string; mean: string; before: string };
  short: (bucket: string) => string;
  long: (bucket: string) => string;
  axis: (value: number) => string;
  full: (value: Value) => string;
}

/** Bars by day with their mean and the compared period; days out of the ordinary stand out. */
export function trendOption(input: TrendInput) {
  const { tokens, buckets, values, mean, before, marked, words } = input;
  const line = { type: 'line' as const, symbol: 'none', smooth: false, connectNulls: false };
  const rows = (index: number): TipRow[] => [
    { label: words.value, value: input.full(values[index] ?? null), color: marked.has(buckets[index] ?? '') ? tokens.bad : tokens.bar },
    ...(mean ? [{ label: words.mean, value: input.full(mean[index] ?? null), color: tokens.accent }] : []),
    ...(before ? [{ label: words.before, value: input.full(before[index] ?? null), color: tokens.previous }] : []),
  ];
  return {
    grid: GRID,
    tooltip: axisTip(tokens, (index) => input.long(buckets[index] ?? ''), rows),
    brush: {
      xAxisIndex: 0, brushType: 'lineX', brushMode: 'single', throttleType: 'debounce', throttleDelay: 100, transformable: false,
      brushStyle: { borderWidth: 1, borderColor: tokens.accent, color: `${tokens.accent}22` }, outOfBrush: {}, inBrush: {}, z: 100,
    },
    toolbox: { show: false },
    xAxis: categoryAxis(tokens, buckets, input.short),
    yAxis: valueAxis(tokens, input.axis),
    series: [
      {
        type: 'bar', barCategoryGap: '22%', barMaxWidth: 36,
        data: values.map((value, index) => ({
          value, itemStyle: { color: marked.has(buckets[index] ?? '') ? tokens.bad : tokens.bar, borderRadius: [3, 3, 0, 0] },
        })),
      },
      ...(before ? [{ ...line, data: [...before], lineStyle: { color: tokens.previous, width: 1.5, type: [5, 4] }, itemStyle: { color: tokens.previous } }] : []),
      ...(mean ? [{ ...line, data: [...mean], lineStyle: { color: tokens.accent, width: 2.5 }, itemStyle: { color: tokens.accent } }] : []),
    ],
  };
}

export interface Effect {
  name: string;
  state: string;
  lift: number | null;
  low: number | null;
  high: number | null;
  tone: 'good' | 'bad' | 'open';
  liftText: string;
  intervalText: string;
}

interface DrawingApi {
  value(index: number): number;
  coord(point: [number, number]): [number, number];
}

const effectAxis = (count: number) => ({
  type: 'category' as const, inverse: true, data: Array.from({ length: count }, (_, index) => String(index)), axisLine: { show: false }, axisTick: { show: false }, z: 10,
});

/** A dot with its interval for each experiment around the line of no change. */
export function effectsOption({ tokens, effects, axis, words }: Common & { effects: readonly Effect[]; axis: (value: number) => string; words: { lift: string; interval: string } }) {
  const color = (effect: Effect | undefined) => {
    if (effect?.tone === 'good') return tokens.good;
    return effect?.tone === 'bad' ? tokens.bad : tokens.control;
  };
  const above = { inside: true, margin: 0, verticalAlign: 'bottom', padding: [0, 4, 2, 0], backgroundColor: tokens.surface };
  const line = { fontFamily: FONT, lineHeight: 18 };
  const rich = {
    n: { ...line, fontSize: 13, fontWeight: 600, color: tokens.text },
    m: { ...line, fontSize: 12, color: tokens.muted },
    good: { ...line, fontSize: 13, fontWeight: 640, color: tokens.good },
    bad: { ...line, fontSize: 13, fontWeight: 640, color: tokens.bad },
    open: { ...line, fontSize: 13, fontWeight: 640, color: tokens.second },
  };
  const reach = Math.max(0.01, ...effects.flatMap(({ low, high, lift }) => [low, high, lift].map((value) => Math.abs(value ?? 0)))) * 1.08;
  return {
    grid: { left: 2, right: 2, top: 14, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...tooltip(tokens), trigger: 'item',
      formatter: (params: unknown) => {
        const effect = effects[(params as { dataIndex: number }).dataIndex];
        return tip(effect?.name ?? '', [{ label: words.lift, value: effect?.liftText ?? '', color: color(effect) }, { label: words.interval, value: effect?.intervalText ?? '' }]);
      },
    },
    xAxis: { type: 'value', min: -reach, max: reach, splitNumber: 4, splitLine: { lineStyle: { color: tokens.grid } }, axisLabel: { color: tokens.muted, fontFamily: FONT, fontSize: 12, formatter: axis, showMinLabel: false, showMaxLabel: false } },
    yAxis: [
      // The name stands above its interval, so that a long one has the whole width.
      { ...effectAxis(effects.length), axisLabel: { ...above, align: 'left', formatter: (value: string) => `{n|${effects[Number(value)]?.name ?? ''}}\n{m|${effects[Number(value)]?.state ?? ''}}`, rich } },
      { ...effectAxis(effects.length), position: 'right', axisLabel: { ...above, align: 'right', formatter: (value: string) => `{${effects[Number(value)]?.tone ?? 'open'}|${effects[Number(value)]?.liftText ?? ''}}\n{m| }`, rich } },
    ],
    series: [
      {
        type: 'custom', silent: false, z: 2,
        data: effects.map(({ low, high, lift }, index) => [low ?? lift ?? 0, high ?? lift ?? 0, lift ?? 0, index]),
        encode: { x: [0, 1, 2], y: 3 },
        renderItem: (_: unknown, api: DrawingApi) => {
          const index = api.value(3);
          const effect = effects[index];
          if (effect?.lift === null || effect?.lift === undefined) return undefined;
          const [left, y] = api.coord([api.value(0), index]);
          const [right] = api.coord([api.value(1), index]);
          const [dot] = api.coord([api.value(2), index]);
          const middle = y + 9;
          return {
            type: 'group',
            children: [
              { type: 'rect', shape: { x: left, y: middle - 4, width: Math.max(1, right - left), height: 8, r: 4 }, style: { fill: color(effect), opacity: 0.28 } },
              { type: 'circle', shape: { cx: dot, cy: middle, r: 5.5 }, style: { fill: color(effect), stroke: tokens.surface, lineWidth: 2 } },
            ],
          };
        },
        markLine: { silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: tokens.second, width: 1, type: 'solid' }, data: [{ xAxis: 0 }] },
      },
    ],
  };
}
