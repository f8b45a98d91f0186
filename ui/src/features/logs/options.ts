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

/** The day on the shop's clock that a bucket of whole days begins with; its noon tells, because the clock may have changed since the offset that it was cut by. */
export function dayIn(zone: string, bucket: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(Date.parse(bucket) + 43_200_000));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
