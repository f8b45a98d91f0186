import type { Question } from '../../api/client';
import type { Plan } from '../../api/boards';
import type { Table } from '../../api/table';
import type { Days } from '../../lib/period';
import type { Filter } from '../../lib/search';

/** What a chart can show of logs. */
export type LogChart = NonNullable<Plan['logs']>;

/** Those that every shop finds; the others say in a log_count what they count. */
export type ReadyLogChart = Exclude<LogChart, 'over_time' | 'top_values' | 'ranges'>;

export function isReady(chart: LogChart): chart is ReadyLogChart {
  return chart === 'per_hour' || chart === 'top_messages' || chart === 'amounts';
}

export const AMOUNT_RANGES = ['0-50', '50-100', '100-200', '200-500', '500-1000', '1000+'] as const;

const HOURLY_UP_TO_DAYS = 62;
const MOST_ROWS = 10_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function logGrain(days: Days): 'hour' | 'day' {
  return (Date.parse(days.to) - Date.parse(days.from)) / DAY + 1 <= HOURLY_UP_TO_DAYS ? 'hour' : 'day';
}

/** What a ready chart of logs asks; the server asks the same for e-mails and links. */
export function logQuestion(chart: ReadyLogChart, period: Days, filters: Filter[], limit: number): Question {
  const common = { kind: 'LogFigures' as const, period, filters };
  switch (chart) {
    case 'per_hour': return { ...common, logs: { figures: ['logs', 'errors'], by: ['time'] }, grain: logGrain(period), sort: { column: 'time', descending: false }, limit: MOST_ROWS };
    case 'top_messages': return { ...common, logs: { figures: ['errors'], by: ['message', 'service'], where: [{ field: 'error', values: ['true'] }] }, sort: { column: 'errors', descending: true }, limit };
    case 'amounts': return { ...common, logs: { figures: ['amounts'], by: ['amount_range'], where: [{ field: 'type', values: ['transaction'] }] }, sort: { column: 'amounts', descending: true }, limit };
  }
}

export interface Bucket {
  time: string;
  logs: number;
  errors: number;
}

/** Every hour, or day, from the first with a log to the last: those without one have none. */
export function bucketsOf(main: Table, grain: 'hour' | 'day'): Bucket[] {
  const known = new Map(main.texts('time').map((time, row) => [Date.parse(time ?? ''), { time: time ?? '', logs: main.number(row, 'logs') ?? 0, errors: main.number(row, 'errors') ?? 0 }]));
  const times = [...known.keys()].sort((a, b) => a - b);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return [];
  const buckets: Bucket[] = [];
  const step = grain === 'hour' ? HOUR : DAY;
  const isDate = (known.get(first)?.time.length ?? 0) === 10;
  for (let time = first; time <= last; time += step) {
    const iso = new Date(time).toISOString();
    buckets.push(known.get(time) ?? { time: isDate ? iso.slice(0, 10) : iso.replace('.000Z', 'Z'), logs: 0, errors: 0 });
  }
  return buckets;
}

/** Transactions of each of the six ranges, in their order. */
export function amountsOf(main: Table): number[] {
  const known = new Map(main.texts('amount_range').map((range, row) => [range, main.number(row, 'amounts') ?? 0]));
  return AMOUNT_RANGES.map((range) => known.get(range) ?? 0);
}
