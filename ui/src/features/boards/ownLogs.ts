import type { Drawing, LogCount } from '../../api/boards';
import type { Table } from '../../api/table';
import type { Days } from '../../lib/period';
import type { LogChart } from './logCharts';
import type { FullPlan } from './plan';

/** Charts of logs that people make, as against those that every shop finds. */
export const ownCharts = ['over_time', 'top_values', 'ranges'] as const satisfies readonly LogChart[];

/** Fields whose values the text index counts. */
export const countedFields = ['service', 'level', 'type', 'status_code', 'error_code', 'country', 'host', 'source', 'payment_method', 'status'] as const;
export const numberFields = ['response_time', 'db_query_time', 'duration_ms', 'amount', 'fraud_score'] as const;
export type LogField = (typeof countedFields)[number] | (typeof numberFields)[number];

const HOURLY_UP_TO_DAYS = 14;
const DAILY_UP_TO_DAYS = 400;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const usualBounds: Partial<Record<string, number[]>> = { amount: [50, 100, 200, 500, 1000], fraud_score: [25, 50, 75] };
const MILLISECONDS = [50, 100, 250, 500, 1000, 2500];

export function drawingsOf(chart: LogChart, field: string | null): Drawing[] {
  if (chart !== 'over_time') return ['bar', 'table'];
  return field === null ? ['line', 'area', 'bar'] : ['line', 'area'];
}

export const NEW_COUNT: LogCount = { search: '', field: null, bounds: [] };

/** The same plan for another chart or field: what does not fit it any more becomes what usually does. */
export function fitted(plan: FullPlan, chart: LogChart, field: string | null): FullPlan {
  const fields: readonly string[] = chart === 'ranges' ? numberFields : countedFields;
  const known = field !== null && (fields.includes(field) || (chart === 'ranges' && chart === plan.logs)) ? field : null;
  const used = known ?? (chart === 'over_time' ? null : fields[0]!);
  const drawings = drawingsOf(chart, used);
  const kept = chart === 'ranges' && plan.logs === 'ranges' && plan.log_count?.field === used ? (plan.log_count.bounds ?? []) : null;
  return {
    ...plan, metrics: [], by: [], logs: chart, drawing: drawings.includes(plan.drawing) ? plan.drawing : drawings[0]!, grain: chart === 'over_time' ? plan.grain : null,
    log_count: { search: plan.log_count?.search ?? '', field: used, bounds: chart === 'ranges' ? (kept ?? usualBounds[used!] ?? MILLISECONDS) : [] },
  };
}

/** Numbers as somebody types them, a comma within one being its decimal sign; rising and each once; null when something else stands among them. */
export function boundsOf(text: string): number[] | null {
  const parts = text.split(/[;\s]+|,\s+/).filter((part) => part !== '');
  const numbers = parts.map((part) => Number(part.replace(',', '.')));
  if (numbers.length === 0 || numbers.some((number) => !Number.isFinite(number))) return null;
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** Steps of time of a chart; the server takes the same. */
export function ownGrain(plan: FullPlan, days: Days): 'hour' | 'day' | 'week' | 'month' {
  if (plan.grain && plan.grain !== 'minute') return plan.grain;
  const count = (Date.parse(days.to) - Date.parse(days.from)) / DAY + 1;
  if (count <= HOURLY_UP_TO_DAYS) return 'hour';
  return count <= DAILY_UP_TO_DAYS ? 'day' : 'week';
}

/** Every step from the first with a log to the last. */
export function stepsOf(main: Table, grain: 'hour' | 'day' | 'week' | 'month'): string[] {
  const texts = main.texts('time').flatMap((time) => (time === null ? [] : [time]));
  const known = new Map(texts.map((time) => [Date.parse(time), time]));
  const [first, last] = [Math.min(...known.keys()), Math.max(...known.keys())];
  if (texts.length === 0) return [];
  const steps: string[] = [];
  for (let at = first; at <= last; at = next(at, grain)) steps.push(known.get(at) ?? written(at, grain));
  return steps;
}

function next(at: number, grain: string): number {
  if (grain === 'hour') return at + HOUR;
  if (grain !== 'month') return at + (grain === 'week' ? 7 : 1) * DAY;
  const day = new Date(at);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1);
}

function written(at: number, grain: string): string {
  const iso = new Date(at).toISOString();
  return grain === 'hour' ? iso.replace('.000Z', 'Z') : iso.slice(0, 10);
}

export interface OwnLine {
  value: string | null;
  counts: number[];
}

/** A line of counts for each value, or one in all, over every step. */
export function linesOf(main: Table, field: string | null, steps: readonly string[]): OwnLine[] {
  const place = new Map(steps.map((step, index) => [Date.parse(step), index]));
  const lines = new Map<string | null, number[]>();
  main.texts('time').forEach((time, row) => {
    const value = field === null ? null : main.text(row, field);
    const counts = lines.get(value) ?? steps.map(() => 0);
    const index = place.get(Date.parse(time ?? ''));
    if (index !== undefined) counts[index] = main.number(row, 'logs') ?? 0;
    lines.set(value, counts);
  });
  return [...lines].map(([value, counts]) => ({ value, counts }));
}
