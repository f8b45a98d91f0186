import { categoryAxis, FONT, GRID, tip, tooltip, valueAxis } from '../../lib/chartOptions';
import { axisTip, type Common } from '../../lib/plots';
import type { Value } from '../../lib/series';

export interface Spot {
  name: string;
  views: number;
  conversion: number;
  /** Whether it converts below the shop by more than chance. */
  under: boolean;
  rows: { label: string; value: string }[];
}

interface QuadrantInput extends Common {
  spots: readonly Spot[];
  medians: { views: number; conversion: number };
  count: (value: number) => string;
  ratio: (value: number) => string;
  words: { axis: string; median: string };
}

/** Each product a point; those that need a decision have a colour and another shape, medians cut the field in four. */
export function quadrantOption({ tokens, spots, medians, count, ratio, words }: QuadrantInput) {
  const name = { color: tokens.muted, fontFamily: FONT, fontSize: 12 };
  const label = { color: tokens.second, fontFamily: FONT, fontSize: 11 };
  return {
    grid: { ...GRID, top: 28, bottom: 28, right: 16 },
    tooltip: {
      ...tooltip(tokens),
      trigger: 'item' as const,
      formatter: (params: unknown) => {
        const spot = spots[(params as { dataIndex: number }).dataIndex];
        return tip(spot?.name ?? '', spot?.rows ?? []);
      },
    },
    xAxis: {
      ...valueAxis(tokens, count), type: 'log' as const, logBase: 10, min: decade(Math.min(...spots.map(({ views }) => Math.max(1, views)))), splitLine: { show: false },
      name: words.axis, nameLocation: 'middle' as const, nameGap: 30, nameTextStyle: name,
    },
    yAxis: valueAxis(tokens, ratio),
    series: [
      {
        type: 'scatter',
        data: spots.map(({ views, conversion, under }) => ({
          value: [Math.max(1, views), conversion], symbol: under ? 'diamond' : 'circle', symbolSize: under ? 10 : 7,
          itemStyle: { color: under ? tokens.bad : tokens.previous, opacity: under ? 0.95 : 0.5 },
        })),
        markLine: {
          silent: true, symbol: 'none', animation: false, lineStyle: { color: tokens.second, type: [3, 3], width: 1 },
          data: [
            { xAxis: Math.max(1, medians.views), label: { ...label, position: 'end' as const, formatter: `${words.median} ${count(medians.views)}` } },
            { yAxis: medians.conversion, label: { ...label, position: 'insideEndTop' as const, formatter: `${words.median} ${ratio(medians.conversion)}` } },
          ],
        },
      },
    ],
  };
}

/** The power of ten at or below a figure: where its axis may begin. */
export function decade(value: number): number {
  return Number.isFinite(value) && value >= 1 ? 10 ** Math.floor(Math.log10(value)) : 1;
}

interface BarsInput extends Common {
  names: readonly string[];
  values: readonly Value[];
  strongest: number;
  axis: (value: number) => string;
  rows: (index: number) => { label: string; value: string }[];
}

/** Bars from zero; the strongest has the colour. */
export function barsOption({ tokens, narrow, names, values, strongest, axis, rows }: BarsInput) {
  return {
    grid: GRID,
    tooltip: axisTip(tokens, (index) => names[index] ?? '', rows),
    xAxis: { ...categoryAxis(tokens, names, (value) => value), axisLabel: { color: tokens.muted, fontFamily: FONT, fontSize: narrow ? 10 : 12, interval: 0, margin: 10, rotate: narrow && names.length > 4 ? 40 : 0 } },
    yAxis: valueAxis(tokens, axis),
    series: [{
      type: 'bar', barWidth: '58%', barMaxWidth: 64,
      data: values.map((value, index) => ({ value, itemStyle: { color: index === strongest ? tokens.fill : tokens.bar, borderRadius: [4, 4, 0, 0] } })),
    }],
  };
}

interface CourseInput extends Common {
  buckets: readonly string[];
  values: readonly Value[];
  before: readonly Value[] | null;
  shape: 'bar' | 'line';
  words: { value: string; before: string };
  short: (bucket: string) => string;
  long: (bucket: string) => string;
  axis: (value: number) => string;
  full: (value: Value) => string;
}

/** One figure over time; a price is a line of points, as nothing is known between two sales. */
export function courseOption(input: CourseInput) {
  const { tokens, buckets, values, before, shape, words } = input;
  const own = shape === 'bar'
    ? { type: 'bar', barCategoryGap: '22%', barMaxWidth: 30, data: [...values], itemStyle: { color: tokens.fill, borderRadius: [3, 3, 0, 0] } }
    : { type: 'line', step: 'end', connectNulls: true, symbol: 'circle', symbolSize: 6, data: [...values], lineStyle: { color: tokens.accent, width: 1.5 }, itemStyle: { color: tokens.accent } };
  return {
    grid: GRID,
    tooltip: axisTip(tokens, (index) => input.long(buckets[index] ?? ''), (index) => [
      { label: words.value, value: input.full(values[index] ?? null), color: tokens.accent },
      ...(before ? [{ label: words.before, value: input.full(before[index] ?? null), color: tokens.previous }] : []),
    ]),
    xAxis: categoryAxis(tokens, buckets, input.short),
    yAxis: valueAxis(tokens, input.axis),
    series: [
      own,
      ...(before ? [{ type: 'line', symbol: 'none', data: [...before], lineStyle: { color: tokens.previous, width: 1.5, type: [5, 4] }, itemStyle: { color: tokens.previous } }] : []),
    ],
  };
}
