import { categoryAxis, GRID, valueAxis } from '../../lib/chartOptions';
import { axisTip, type Common } from '../../lib/plots';

interface BarsOverTime extends Common {
  buckets: readonly string[];
  parts: readonly { label: string; values: readonly number[]; color: string }[];
  short: (bucket: string) => string;
  long: (bucket: string) => string;
  axis: (value: number) => string;
  brush?: boolean;
}

/** Bars over time whose parts add up; a range can be drawn across them. */
export function barsOverTime({ tokens, buckets, parts, short, long, axis, brush = false }: BarsOverTime) {
  return {
    grid: GRID,
    tooltip: axisTip(tokens, (index) => long(buckets[index] ?? ''), (index) => parts.map(({ label, values, color }) => ({ label, color, value: axis(values[index] ?? 0) }))),
    ...(brush ? { brush: { xAxisIndex: 0, brushStyle: { color: tokens.accent, opacity: 0.15, borderColor: tokens.accent }, throttleType: 'debounce', throttleDelay: 0 } } : {}),
    xAxis: categoryAxis(tokens, buckets, short),
    yAxis: valueAxis(tokens, axis),
    series: parts.map(({ label, values, color }) => ({ type: 'bar', name: label, stack: 'logs', barCategoryGap: '12%', data: [...values], itemStyle: { color } })),
  };
}
