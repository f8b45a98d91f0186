import { categoryAxis, GRID, valueAxis } from '../../lib/chartOptions';
import { axisTip, type Common } from '../../lib/plots';

interface Course extends Common {
  buckets: readonly string[];
  parts: readonly { label: string; values: readonly number[]; color: string }[];
  short: (bucket: string) => string;
  long: (bucket: string) => string;
  count: (value: number) => string;
}

/** Requests over time, the worst at the bottom where they can be compared. */
export function courseOption({ tokens, buckets, parts, short, long, count }: Course) {
  return {
    grid: GRID,
    tooltip: axisTip(tokens, (index) => long(buckets[index] ?? ''), (index) => parts.map(({ label, values, color }) => ({ label, color, value: count(values[index] ?? 0) }))),
    xAxis: categoryAxis(tokens, buckets, short),
    yAxis: valueAxis(tokens, count),
    series: parts.map(({ label, values, color }) => ({ type: 'bar', name: label, stack: 'requests', barCategoryGap: '18%', data: [...values], itemStyle: { color } })),
  };
}
