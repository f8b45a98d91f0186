import type { MetricEntry, MetricName, Question } from '../../api/client';
import type { Drawing, LogCount, Plan } from '../../api/boards';
import { grainOf, type Days } from '../../lib/period';
import type { Comparison, Filter } from '../../lib/search';
import { isReady, logQuestion, type LogChart } from './logCharts';

export type Dimension = NonNullable<Plan['by']>[number];

export const drawings = ['line', 'bar', 'area', 'heatmap', 'table', 'scatter', 'pie', 'funnel'] as const satisfies readonly Drawing[];
export const MOST_LINES = 6;
const MOST_ROWS = 10_000;
const MOST_DOTS = 200;
const USUAL_LIMIT = 12;

/** A plan with everything filled in. */
export interface FullPlan {
  drawing: Drawing;
  metrics: MetricName[];
  by: Dimension[];
  grain: Plan['grain'];
  filters: Filter[];
  limit: number;
  /** What it shows of logs in place of metrics. */
  logs: LogChart | null;
  /** What a chart of logs counts that somebody made. */
  log_count: LogCount | null;
}

export interface Asked {
  period: Days;
  filters: Filter[];
  comparison: Comparison;
}

export function full(plan: Plan): FullPlan {
  return {
    drawing: plan.drawing, metrics: plan.metrics, by: plan.by ?? [], grain: plan.grain ?? null, limit: plan.limit ?? USUAL_LIMIT,
    filters: (plan.filters ?? []) as Filter[], logs: plan.logs ?? null, log_count: plan.log_count ?? null,
  };
}

/** Whether somebody made it of logs; the server counts it as a whole. */
export const isOwn = ({ logs }: FullPlan) => logs !== null && !isReady(logs);

/** Dimensions that have an order of their own; the others stand by size. */
export const ordered: readonly Dimension[] = ['day', 'hour', 'weekday'];

export const overTime = ({ drawing, by, logs }: FullPlan) => logs === null && by.length === 0 && ['line', 'area', 'bar'].includes(drawing);
export const splitOverTime = ({ drawing, by }: FullPlan) => by.length === 1 && (drawing === 'line' || drawing === 'area');

export function grainFor(plan: FullPlan, days: Days): 'hour' | 'day' | 'week' | 'month' {
  return plan.grain === null || plan.grain === undefined || plan.grain === 'minute' ? grainOf(days) : plan.grain;
}

export type Misfit = 'metrics_one' | 'metrics_two' | 'metrics_more' | 'metrics_none' | 'by_none' | 'by_one' | 'by_two' | 'by_most' | 'unit' | 'units';

const wantedBy: Record<Drawing, readonly [number, number]> = {
  line: [0, 1], area: [0, 1], bar: [0, 2], heatmap: [2, 2], table: [0, 3], scatter: [1, 1], pie: [1, 1], funnel: [0, 0],
};

/** Why a plan cannot be drawn, or null when it can. The server holds to the same rules. */
export function misfit(plan: FullPlan, catalogue: readonly MetricEntry[]): Misfit | null {
  if (plan.logs !== null) return null;
  const { drawing, metrics, by } = plan;
  const units = new Set(metrics.map((name) => axisUnit(catalogue.find((entry) => entry.name === name)?.unit)));
  if (metrics.length === 0) return 'metrics_none';
  const [least, most] = wantedBy[drawing];
  if (by.length < least) return least === 1 ? 'by_one' : 'by_two';
  if (by.length > most) return byTooMany(drawing);
  if (drawing === 'scatter') return metrics.length === 2 ? null : 'metrics_two';
  if (drawing === 'funnel' && metrics.length < 2) return 'metrics_more';
  const single = drawing === 'heatmap' || drawing === 'pie' || splitOverTime(plan) || (drawing === 'bar' && by.length === 2);
  if (single && metrics.length > 1) return 'metrics_one';
  if (drawing === 'pie' && !units.has('count') && !units.has('money')) return 'unit';
  if (drawing === 'funnel' && [...units].some((unit) => unit !== 'count')) return 'unit';
  return units.size > 1 && drawing !== 'table' ? 'units' : null;
}

function byTooMany(drawing: Drawing): Misfit {
  if (drawing === 'funnel') return 'by_none';
  if (drawing === 'heatmap') return 'by_two';
  return drawing === 'pie' || drawing === 'scatter' ? 'by_one' : 'by_most';
}

/** Means are plain numbers and share an axis with counts. */
function axisUnit(unit: string | undefined): string {
  return unit === undefined || unit === 'mean' ? 'count' : unit;
}

export interface Questions {
  /** Which values get a line, when the main question needs to know. */
  strongest: Question | null;
  main: Question | null;
  totals: Question | null;
}

/** What a plan asks; `lines` are the values of its split once they are known. */
export function questionsOf(plan: FullPlan, asked: Asked, lines: readonly string[] | null): Questions {
  const { metrics, by } = plan;
  const { period, comparison } = asked;
  const filters = [...plan.filters, ...asked.filters];
  if (plan.logs !== null) return { strongest: null, main: isReady(plan.logs) ? logQuestion(plan.logs, period, filters, plan.limit) : null, totals: null };
  const totals: Question = { kind: 'Totals', metrics, period, filters, comparison };
  const largest = { column: metrics[0] ?? '', descending: true };
  if (overTime(plan)) return { strongest: null, main: { kind: 'Trend', metrics, grain: grainFor(plan, period), period, filters, comparison }, totals };
  if (by.length === 0) return { strongest: null, main: totals, totals: null };
  const [first] = by;
  if (splitOverTime(plan) && first) {
    const chosen: Filter[] = [...filters, { field: first, op: 'is', values: [...(lines ?? [])] }];
    return {
      strongest: { kind: 'Breakdown', metrics, by, period, filters, comparison: 'none', sort: largest, limit: MOST_LINES },
      main: lines && lines.length > 0
        ? { kind: 'Breakdown', metrics, by: ['day', first], period, filters: chosen, comparison: 'none', sort: { column: 'day', descending: false }, limit: MOST_ROWS }
        : null,
      totals,
    };
  }
  const inOrder = plan.drawing !== 'table' && first !== undefined && ordered.includes(first);
  return {
    strongest: null,
    main: {
      kind: 'Breakdown', metrics, by, period, filters, comparison: plan.drawing === 'table' ? comparison : 'none',
      sort: inOrder ? { column: first, descending: false } : largest, limit: rowsOf(plan),
    },
    totals,
  };
}

function rowsOf({ drawing, by, limit }: FullPlan): number {
  if (drawing === 'table') return limit;
  if (drawing === 'scatter') return MOST_DOTS;
  return by.length > 1 ? MOST_ROWS : 1_000;
}
