import { categoryAxis, GRID, valueAxis } from '../../lib/chartOptions';
import { axisTip, type Common } from '../../lib/plots';

export const levels = ['low', 'medium', 'high'] as const;
export type Counted = (typeof levels)[number];

interface DaysInput extends Common {
  days: readonly string[];
  counts: Record<Counted, readonly number[]>;
  names: Record<Counted, string>;
  short: (day: string) => string;
  long: (day: string) => string;
  axis: (value: number) => string;
}

/** Colour of a level: grey until somebody should look. */
export const levelColours = ({ rest, warn, bad }: { rest: string; warn: string; bad: string }): Record<Counted, string> => ({ low: rest, medium: warn, high: bad });

/** Payments of each day by level, from the least to the gravest; the minimal ones would hide the others. */
export function daysOption({ tokens, days, counts, names, short, long, axis }: DaysInput) {
  const colours = levelColours(tokens);
  return {
    grid: GRID,
    tooltip: axisTip(tokens, (index) => long(days[index] ?? ''), (index) => levels.map((level) => ({ label: names[level], color: colours[level], value: axis(counts[level][index] ?? 0) }))),
    xAxis: categoryAxis(tokens, days, short),
    yAxis: valueAxis(tokens, axis),
    series: levels.map((level) => ({ type: 'bar' as const, name: names[level], stack: 'levels', barCategoryGap: '20%', data: [...counts[level]], itemStyle: { color: colours[level] } })),
  };
}
