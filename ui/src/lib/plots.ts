import { categoryAxis, FONT, GRID, hatch, tip, tooltip, valueAxis, type TipRow } from './chartOptions';
import type { Spread, Value } from './series';
import type { Tokens } from './tokens';

/** Options of the kinds of charts that several pages draw. */
export interface Common {
  tokens: Tokens;
  narrow: boolean;
}

export const axisTip = (tokens: Tokens, title: (index: number) => string, rows: (index: number) => TipRow[]) => ({
  ...tooltip(tokens),
  trigger: 'axis' as const,
  axisPointer: { type: 'shadow' as const, shadowStyle: { color: tokens.text, opacity: 0.05 } },
  formatter: (params: unknown) => {
    const index = (params as { dataIndex: number }[])[0]?.dataIndex ?? 0;
    return tip(title(index), rows(index));
  },
});

interface LinesInput extends Common {
  buckets: readonly string[];
  lines: readonly { label: string; values: readonly Value[]; color: string; dashed?: boolean; area?: boolean }[];
  short: (bucket: string) => string;
  long: (bucket: string) => string;
  axis: (value: number) => string;
  full: (value: Value) => string;
}

export function linesOption({ tokens, buckets, lines, short, long, axis, full }: LinesInput) {
  return {
    grid: GRID,
    tooltip: axisTip(tokens, (index) => long(buckets[index] ?? ''), (index) => lines.map(({ label, values, color }) => ({ label, color, value: full(values[index] ?? null) }))),
    xAxis: { ...categoryAxis(tokens, buckets, short), boundaryGap: false },
    yAxis: valueAxis(tokens, axis),
    series: lines.map(({ label, values, color, dashed, area }) => ({
      type: 'line', name: label, data: [...values], symbol: 'none',
      lineStyle: { color, width: dashed ? 1.5 : 2, type: dashed ? [5, 4] : 'solid' }, itemStyle: { color },
      ...(area ? { areaStyle: { color, opacity: 0.08 } } : {}),
    })),
  };
}

interface SmallMultiplesInput extends Common {
  buckets: readonly string[];
  panels: readonly { name: string; values: readonly Value[]; before: readonly Value[] | null; now: string; full?: (value: Value) => string }[];
  short: (bucket: string) => string;
  long: (bucket: string) => string;
  full: (value: Value) => string;
}

interface Extent {
  min: number;
  max: number;
}

/** One small chart above the other, each with a scale of its own, over one time axis. */
export function smallMultiplesOption({ tokens, buckets, panels, short, long, full }: SmallMultiplesInput) {
  const height = 88 / panels.length;
  const text = { fontFamily: FONT, fontSize: 12, color: tokens.second };
  return {
    tooltip: axisTip(tokens, (index) => long(buckets[index] ?? ''), (index) =>
      panels.map(({ name, values, full: own = full }, panel) => ({ label: name, value: own(values[index] ?? null), color: tokens.series[panel] }))),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    grid: panels.map((_, panel) => ({ left: 20, right: 20, outerBoundsMode: 'none', top: `${panel * height + 9}%`, height: `${height - 13}%` })),
    xAxis: panels.map((_, panel) => ({
      ...categoryAxis(tokens, buckets, short), gridIndex: panel, boundaryGap: false,
      ...(panel < panels.length - 1 ? { axisLabel: { show: false } } : {}),
    })),
    yAxis: panels.map(({ name, now }, panel) => ({
      type: 'value', gridIndex: panel, min: ({ min, max }: Extent) => min - (max - min) * 0.1, max: ({ min, max }: Extent) => max + (max - min) * 0.1, splitNumber: 1, show: true, axisLabel: { show: false }, axisLine: { show: false }, axisTick: { show: false },
      splitLine: { show: false },
      name: `${name}  {b|${now}}`, nameLocation: 'end', nameGap: 6,
      nameTextStyle: { ...text, align: 'left', padding: [0, 0, 0, -14], rich: { b: { ...text, color: tokens.text, fontWeight: 640, fontSize: 13 } } },
    })),
    series: panels.flatMap(({ values, before }, panel) => [
      {
        type: 'line', xAxisIndex: panel, yAxisIndex: panel, data: [...values], symbol: 'none',
        lineStyle: { color: tokens.series[panel], width: 2 }, itemStyle: { color: tokens.series[panel] },
      },
      ...(before ? [{ type: 'line', xAxisIndex: panel, yAxisIndex: panel, data: [...before], symbol: 'none', silent: true, lineStyle: { color: tokens.previous, width: 1.2, type: [4, 4] } }] : []),
    ]),
  };
}

interface BarsInput extends Common {
  names: readonly string[];
  values: readonly Value[];
  strongest: number;
  label: (value: Value) => string;
  axis: (value: number) => string;
  word: string;
}

export function barsOption({ tokens, names, values, strongest, label, axis, word }: BarsInput) {
  return {
    grid: GRID,
    tooltip: axisTip(tokens, (index) => names[index] ?? '', (index) => [{ label: word, value: label(values[index] ?? null), color: index === strongest ? tokens.fill : tokens.bar }]),
    xAxis: { ...categoryAxis(tokens, names, (value) => value), axisLabel: { color: tokens.muted, fontFamily: FONT, fontSize: 12, interval: 0, margin: 10 } },
    yAxis: valueAxis(tokens, axis),
    series: [{ type: 'bar', barWidth: '58%', data: values.map((value, index) => ({ value, itemStyle: { color: index === strongest ? tokens.fill : tokens.bar, borderRadius: [4, 4, 0, 0] } })) }],
  };
}

interface HeatInput extends Common {
  hours: readonly string[];
  days: readonly string[];
  /** `[hour, day, value]` */
  cells: readonly [number, number, number][];
  full: (value: number) => string;
  word: string;
  /** Which columns have a label: each sixth, if not said otherwise. */
  every?: number;
}

/** A cell for each column and row, the darker the more; columns are hours and rows days, or what else the two lists say. */
export function heatOption({ tokens, hours, days, cells, full, word, every = 6 }: HeatInput) {
  const axis = { axisLine: { show: false }, axisTick: { show: false }, splitArea: { show: false } };
  const label = { color: tokens.muted, fontFamily: FONT, fontSize: 12 };
  return {
    grid: { ...GRID, right: 4, top: 4 },
    tooltip: {
      ...tooltip(tokens),
      formatter: (params: unknown) => {
        const [hour = 0, day = 0, value = 0] = (params as { value: number[] }).value;
        return tip(`${days[day]} ${hours[hour]}`, [{ label: word, value: full(value), color: tokens.accent }]);
      },
    },
    xAxis: { type: 'category', data: [...hours], ...axis, axisLabel: { ...label, interval: (index: number) => index % every === 0, formatter: (value: string) => value } },
    yAxis: { type: 'category', data: [...days], inverse: true, ...axis, axisLabel: { ...label, interval: 0 } },
    visualMap: { show: false, min: 0, max: Math.max(0, ...cells.map(([, , value]) => value)) || 1, inRange: { color: [...tokens.sequential] }, dimension: 2 },
    // Drawn in one go: in portions, an image taken early would be half empty.
    series: [{ type: 'heatmap', data: cells.map((cell) => [...cell]), progressive: 0, itemStyle: { borderColor: tokens.surface, borderWidth: 2, borderRadius: 3 }, emphasis: { itemStyle: { borderColor: tokens.text, borderWidth: 1 } } }],
  };
}

interface StackInput extends Common {
  buckets: readonly string[];
  /** From the ground up. */
  parts: readonly { label: string; values: readonly Value[]; color: string }[];
  short: (bucket: string) => string;
  long: (bucket: string) => string;
  axis: (value: number) => string;
  full: (value: Value) => string;
}

/** Bars whose parts add up to a whole. */
export function stackOption({ tokens, buckets, parts, short, long, axis, full }: StackInput) {
  return {
    grid: GRID,
    tooltip: axisTip(tokens, (index) => long(buckets[index] ?? ''), (index) => parts.map(({ label, values, color }) => ({ label, color, value: full(values[index] ?? null) }))),
    xAxis: categoryAxis(tokens, buckets, short),
    yAxis: valueAxis(tokens, axis),
    series: parts.map(({ label, values, color }, part) => ({
      type: 'bar', name: label, stack: 'whole', barCategoryGap: '22%', barMaxWidth: 36, data: [...values],
      itemStyle: { color, borderRadius: part === parts.length - 1 ? [3, 3, 0, 0] : 0 },
    })),
  };
}

interface DrawingApi {
  value(index: number): number;
  coord(point: [number, number]): [number, number];
  size(data: [number, number]): [number, number];
}

interface SpreadInput extends Common {
  names: readonly string[];
  spreads: readonly (Spread | null)[];
  axis: (value: number) => string;
  full: (value: number) => string;
  words: { median: string; middle: string; range: string; n: string };
}

const WIDEST_BOX = 44;

/** A box from quartile to quartile with the median across it, whiskers to the least and the most. */
export function spreadOption({ tokens, names, spreads, axis, full, words }: SpreadInput) {
  const rows = (spread: Spread): TipRow[] => [
    { label: words.median, value: full(spread.median), color: tokens.accent },
    { label: words.middle, value: `${full(spread.low)} – ${full(spread.high)}`, color: tokens.bar },
    { label: words.range, value: `${full(spread.least)} – ${full(spread.most)}` },
    { label: words.n, value: String(spread.n) },
  ];
  return {
    grid: GRID,
    tooltip: {
      ...tooltip(tokens), trigger: 'item',
      formatter: (params: unknown) => {
        const index = (params as { dataIndex: number }).dataIndex;
        const spread = spreads[index];
        return tip(names[index] ?? '', spread ? rows(spread) : []);
      },
    },
    xAxis: { ...categoryAxis(tokens, names, (value) => value), axisLabel: { color: tokens.muted, fontFamily: FONT, fontSize: 12, interval: 0, margin: 10 } },
    yAxis: valueAxis(tokens, axis),
    series: [{
      type: 'custom',
      data: spreads.map((spread, index) => (spread ? [index, spread.least, spread.low, spread.median, spread.high, spread.most] : [index, NaN, NaN, NaN, NaN, NaN])),
      encode: { x: 0, y: [1, 2, 3, 4, 5] },
      renderItem: (_: unknown, api: DrawingApi) => box(api, tokens),
    }],
  };
}

function box(api: DrawingApi, tokens: Tokens) {
  const at = (value: number) => api.coord([api.value(0), api.value(value)]);
  if (Number.isNaN(api.value(3))) return undefined;
  const half = Math.min(WIDEST_BOX, api.size([1, 0])[0] * 0.55) / 2;
  const [x, least] = at(1);
  const [, low] = at(2);
  const [, median] = at(3);
  const [, high] = at(4);
  const [, most] = at(5);
  const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, lineWidth: number) =>
    ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth } });
  return {
    type: 'group',
    children: [
      line(x, least, x, most, tokens.control, 1.5),
      { type: 'rect', shape: { x: x - half, y: high, width: half * 2, height: Math.max(1, low - high), r: 4 }, style: { fill: tokens.bar } },
      line(x - half, median, x + half, median, tokens.accent, 2.5),
    ],
  };
}

interface SignedInput extends Common {
  names: readonly string[];
  values: readonly Value[];
  axis: (value: number) => string;
  full: (value: Value) => string;
  long?: (index: number) => string;
  word: string;
  /** Bars lie on their side, so that long names have room. */
  lying?: boolean;
}

/** Bars to both sides of nothing: growth, or a difference. What is up and what is down is said by the side and by the sign. */
export function signedOption({ tokens, names, values, axis, full, word, long, lying = false }: SignedInput) {
  const reach = Math.max(0.01, ...values.map((value) => Math.abs(value ?? 0)));
  const category = { ...categoryAxis(tokens, names, (value) => value), axisLine: { show: false }, axisLabel: { color: tokens.muted, fontFamily: FONT, fontSize: 12, margin: 10, hideOverlap: true, ...(lying ? { interval: 0 } : {}) } };
  const ticks = valueAxis(tokens, axis);
  const value = { ...ticks, min: -reach, max: reach, axisLabel: { ...ticks.axisLabel, showMinLabel: lying, showMaxLabel: lying }, ...(lying ? { splitNumber: 2 } : {}) };
  const radius = (negative: boolean) => {
    if (lying) return negative ? [3, 0, 0, 3] : [0, 3, 3, 0];
    return negative ? [0, 0, 3, 3] : [3, 3, 0, 0];
  };
  return {
    grid: { ...GRID, right: lying ? 56 : 12, left: lying ? 8 : 4 },
    tooltip: axisTip(tokens, (index) => long?.(index) ?? names[index] ?? '', (index) => [{ label: word, value: full(values[index] ?? null), color: tokens.fill }]),
    xAxis: lying ? value : category,
    yAxis: lying ? { ...category, inverse: true } : value,
    series: [{
      type: 'bar', barCategoryGap: '30%', barMaxWidth: 36,
      data: values.map((figure) => ({ value: figure, itemStyle: { color: (figure ?? 0) < 0 ? tokens.rest : tokens.fill, borderRadius: radius((figure ?? 0) < 0) } })),
      ...(lying ? { label: { show: true, position: 'right', fontFamily: FONT, fontSize: 12, color: tokens.second, formatter: ({ dataIndex }: { dataIndex: number }) => full(values[dataIndex] ?? null) } } : {}),
      markLine: { silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: tokens.second, width: 1, type: 'solid' }, data: [lying ? { xAxis: 0 } : { yAxis: 0 }] },
    }],
  };
}

interface HistogramInput extends Common {
  classes: readonly string[];
  /** As the axis has room for; the classes themselves if not given. */
  short?: readonly string[];
  counts: readonly number[];
  /** Place of the class that holds the median. */
  middle: number;
  axis: (value: number) => string;
  full: (index: number) => string;
  word: string;
}

/** One bar per class; the one with the median stands out. */
export function histogramOption({ tokens, narrow, classes, short = classes, counts, middle, axis, full, word }: HistogramInput) {
  const color = (index: number) => (index === middle ? tokens.fill : tokens.bar);
  return {
    grid: GRID,
    tooltip: axisTip(tokens, (index) => classes[index] ?? '', (index) => [{ label: word, value: full(index), color: color(index) }]),
    xAxis: { ...categoryAxis(tokens, short, (value) => value), axisLabel: { color: tokens.muted, fontFamily: FONT, fontSize: narrow ? 11 : 12, margin: 10, hideOverlap: true } },
    yAxis: valueAxis(tokens, axis),
    series: [{ type: 'bar', barCategoryGap: '6%', data: counts.map((value, index) => ({ value, itemStyle: { color: color(index), borderRadius: [3, 3, 0, 0] } })) }],
  };
}

export interface RateDot {
  name: string;
  rate: number;
  low: number;
  high: number;
  rateText: string;
  intervalText: string;
}

interface DotsInput extends Common {
  dots: readonly RateDot[];
  /** Rate of the whole, a line across all. */
  whole: number | null;
  axis: (value: number) => string;
  words: { rate: string; interval: string };
}

/** A dot with its interval for each group, beside the rate of the whole. */
export function dotsOption({ tokens, dots, whole, axis, words }: DotsInput) {
  const ticks = valueAxis(tokens, axis);
  return {
    grid: { ...GRID, right: 16, left: 8 },
    tooltip: {
      ...tooltip(tokens), trigger: 'item',
      formatter: (params: unknown) => {
        const dot = dots[(params as { dataIndex: number }).dataIndex];
        return tip(dot?.name ?? '', [{ label: words.rate, value: dot?.rateText ?? '', color: tokens.fill }, { label: words.interval, value: dot?.intervalText ?? '', color: tokens.bar }]);
      },
    },
    xAxis: { ...ticks, max: Math.max(1e-6, ...dots.map(({ high }) => high)), axisLabel: { ...ticks.axisLabel, showMaxLabel: false } },
    yAxis: { ...categoryAxis(tokens, dots.map(({ name }) => name), (value) => value), inverse: true, axisLine: { show: false }, axisLabel: { color: tokens.second, fontFamily: FONT, fontSize: 12, interval: 0, margin: 10, width: 130, overflow: 'truncate' } },
    series: [{
      type: 'custom',
      data: dots.map(({ low, high, rate }, index) => [low, high, rate, index]),
      encode: { x: [0, 1, 2], y: 3 },
      renderItem: (_: unknown, api: DrawingApi) => {
        const [left, y] = api.coord([api.value(0), api.value(3)]);
        const [right] = api.coord([api.value(1), api.value(3)]);
        const [dot] = api.coord([api.value(2), api.value(3)]);
        return {
          type: 'group',
          children: [
            { type: 'rect', shape: { x: left, y: y - 4, width: Math.max(1, right - left), height: 8, r: 4 }, style: { fill: tokens.bar } },
            { type: 'circle', shape: { cx: dot, cy: y, r: 5 }, style: { fill: tokens.fill, stroke: tokens.surface, lineWidth: 2 } },
          ],
        };
      },
      ...(whole === null ? {} : { markLine: { silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: tokens.second, width: 1, type: [4, 4] }, data: [{ xAxis: whole }] } }),
    }],
  };
}

interface PairsInput extends Common {
  names: readonly string[];
  values: readonly Value[];
  beside: readonly Value[];
  axis: (value: number) => string;
  full: (value: Value) => string;
  words: { value: string; beside: string };
}

/** Two lying bars per name: what is looked at, and under it what it is held against. */
export function pairsOption({ tokens, narrow, names, values, beside, axis, full, words }: PairsInput) {
  const ticks = valueAxis(tokens, axis);
  const bar = (data: readonly Value[], color: string) => ({ type: 'bar', barGap: '12%', barCategoryGap: '34%', barMaxWidth: 16, data: [...data], itemStyle: { color, borderRadius: [0, 3, 3, 0] } });
  return {
    grid: { ...GRID, right: 16, left: 8 },
    tooltip: axisTip(tokens, (index) => names[index] ?? '', (index) => [
      { label: words.value, value: full(values[index] ?? null), color: tokens.fill }, { label: words.beside, value: full(beside[index] ?? null), color: tokens.rest },
    ]),
    xAxis: { ...ticks, splitNumber: narrow ? 2 : 4 },
    yAxis: { ...categoryAxis(tokens, names, (value) => value), inverse: true, axisLine: { show: false }, axisLabel: { color: tokens.second, fontFamily: FONT, fontSize: 12, interval: 0, margin: 10, width: 130, overflow: 'truncate' } },
    series: [bar(values, tokens.fill), bar(beside, tokens.rest)],
  };
}

interface FunnelInput extends Common {
  steps: readonly { label: string; value: number; lost: number; share: string; count: string; lostText: string }[];
  words: { continues: string; left: string };
}

/** Columns: what goes on is full, what left since the step before is hatched above it. */
export function funnelOption({ tokens, narrow, steps, words }: FunnelInput) {
  const label = { show: true, position: 'top' as const, fontFamily: FONT, distance: 6 };
  const head = (index: number) => `{n|${steps[index]?.count}}\n{s|${steps[index]?.share}}`;
  const rich = { n: { fontFamily: FONT, fontSize: 13, lineHeight: 17, fontWeight: 640, color: tokens.text }, s: { fontFamily: FONT, fontSize: 12, lineHeight: 16, color: tokens.muted } };
  return {
    grid: { ...GRID, top: 44 },
    tooltip: axisTip(tokens, (index) => steps[index]?.label ?? '', (index) => [
      { label: words.continues, value: steps[index]?.count ?? '', color: tokens.fill },
      ...(index > 0 ? [{ label: words.left, value: steps[index]?.lostText ?? '', color: tokens.bar }] : []),
    ]),
    xAxis: { ...categoryAxis(tokens, steps.map((step) => step.label), (value) => value), axisLabel: { color: tokens.second, fontFamily: FONT, fontSize: narrow ? 11 : 12, interval: 0, margin: 10 } },
    yAxis: { type: 'value', show: false, min: 0, max: steps[0]?.value ?? 1 },
    series: [
      { type: 'bar', stack: 'way', barWidth: '62%', data: steps.map((step) => step.value), itemStyle: { color: tokens.fill, borderRadius: [0, 0, 0, 0] } },
      {
        type: 'bar', stack: 'way', barWidth: '62%', data: steps.map((step) => step.lost), itemStyle: { ...hatch(tokens), borderRadius: [4, 4, 0, 0] },
        label: { ...label, formatter: ({ dataIndex }: { dataIndex: number }) => head(dataIndex), rich },
      },
    ],
  };
}
