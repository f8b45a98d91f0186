import type { MetricName } from '../../api/client';
import type { Table } from '../../api/table';
import { sum, type Value } from '../../lib/series';
import { MOST_LINES, ordered, overTime, splitOverTime, type Dimension, type FullPlan } from './plan';

export interface Line {
  /** A metric, or the value of a dimension; null is the value "none". */
  key: string | null;
  values: Value[];
  before: Value[] | null;
}

/** The figures of a plan as they are drawn, before anything is put into words. */
export type Shape =
  | { kind: 'series'; field: 'time' | Dimension; categories: (string | null)[]; of: 'metric' | Dimension; lines: Line[]; leftOut: number }
  | { kind: 'heat'; x: Dimension; y: Dimension; columns: (string | null)[]; rows: (string | null)[]; cells: [number, number, number][] }
  | { kind: 'dots'; of: Dimension; dots: { name: string | null; x: number; y: number }[] }
  | { kind: 'parts'; of: Dimension; parts: { name: string | null; value: number }[]; other: { count: number; value: number } | null; sum: number; total: number }
  | { kind: 'steps'; steps: { metric: MetricName; value: number }[] }
  | { kind: 'rows' };

/** A pie has at most five parts, so four and the rest where there are more. */
const MOST_PARTS = 5;
/** How far the parts of a pie may be from the whole before it says something untrue. */
const TOLERANCE = 0.005;

export function shapeOf(plan: FullPlan, main: Table, totals: Table | null): Shape {
  switch (plan.drawing) {
    case 'table': return { kind: 'rows' };
    case 'funnel': return { kind: 'steps', steps: plan.metrics.map((metric) => ({ metric, value: main.number(0, metric) ?? 0 })) };
    case 'heatmap': return heat(plan, main);
    case 'scatter': return dots(plan, main);
    case 'pie': return parts(plan, main, totals);
    case 'line': case 'area': case 'bar': return series(plan, main);
  }
}

function series(plan: FullPlan, main: Table): Shape {
  if (overTime(plan)) return { kind: 'series', field: 'time', categories: main.texts(main.dimension), of: 'metric', lines: metricLines(plan, main, true), leftOut: 0 };
  if (splitOverTime(plan)) return split(plan, main, 'day', plan.by[0]!, Number.POSITIVE_INFINITY);
  if (plan.by.length === 2) return split(plan, main, plan.by[0]!, plan.by[1]!, plan.limit);
  const field = plan.by[0]!;
  const kept = ordered.includes(field) ? main.size : Math.min(plan.limit, main.size);
  const lines = metricLines(plan, main, false).map((line) => ({ ...line, values: line.values.slice(0, kept) }));
  return { kind: 'series', field, categories: main.texts(field).slice(0, kept), of: 'metric', lines, leftOut: main.size - kept };
}

function metricLines(plan: FullPlan, main: Table, compared: boolean): Line[] {
  const previous = (metric: string) => (compared && plan.metrics.length === 1 && main.has(`${metric}_previous`) ? main.numbers(`${metric}_previous`) : null);
  return plan.metrics.map((metric) => ({ key: metric, values: main.numbers(metric), before: previous(metric) }));
}

/** One line for each of the largest values of the second dimension, over the values of the first. */
function split(plan: FullPlan, main: Table, over: Dimension, by: Dimension, limit: number): Shape {
  const metric = plan.metrics[0]!;
  const all = values(main, over, metric);
  const categories = all.slice(0, limit);
  const names = values(main, by, metric).slice(0, MOST_LINES);
  const rows = new Map(Array.from({ length: main.size }, (_, row) => [pair(main.text(row, over), main.text(row, by)), main.number(row, metric)]));
  const lines = names.map((name) => ({ key: name, before: null, values: categories.map((category) => rows.get(pair(category, name)) ?? null) }));
  return { kind: 'series', field: over, categories, of: by, lines, leftOut: all.length - categories.length };
}

/** The values of a dimension that occur: in their own order, or the largest first. */
function values(main: Table, field: Dimension, metric: string): (string | null)[] {
  const sums = new Map<string | null, number>();
  for (let row = 0; row < main.size; row += 1) {
    const name = main.text(row, field);
    sums.set(name, (sums.get(name) ?? 0) + (main.number(row, metric) ?? 0));
  }
  const names = [...sums.keys()];
  if (field === 'day') return names.sort((a, b) => String(a).localeCompare(String(b)));
  if (ordered.includes(field)) return names.sort((a, b) => Number(a) - Number(b));
  return names.sort((a, b) => sums.get(b)! - sums.get(a)!);
}

const pair = (a: string | null, b: string | null) => JSON.stringify([a, b]);

function heat(plan: FullPlan, main: Table): Shape {
  const [y, x] = plan.by as [Dimension, Dimension];
  const metric = plan.metrics[0]!;
  const cut = (field: Dimension) => (ordered.includes(field) ? values(main, field, metric) : values(main, field, metric).slice(0, plan.limit));
  const [columns, rows] = [cut(x), cut(y)];
  const cells: [number, number, number][] = [];
  for (let row = 0; row < main.size; row += 1) {
    const place: [number, number] = [columns.indexOf(main.text(row, x)), rows.indexOf(main.text(row, y))];
    if (place[0] >= 0 && place[1] >= 0) cells.push([...place, main.number(row, metric) ?? 0]);
  }
  return { kind: 'heat', x, y, columns, rows, cells };
}

function dots(plan: FullPlan, main: Table): Shape {
  const [x, y] = plan.metrics as [MetricName, MetricName];
  const of = plan.by[0]!;
  const all = Array.from({ length: main.size }, (_, row) => ({ name: main.text(row, of), x: main.number(row, x), y: main.number(row, y) }));
  return { kind: 'dots', of, dots: all.flatMap((dot) => (dot.x === null || dot.y === null ? [] : [{ name: dot.name, x: dot.x, y: dot.y }])) };
}

function parts(plan: FullPlan, main: Table, totals: Table | null): Shape {
  const metric = plan.metrics[0]!;
  const of = plan.by[0]!;
  const all = Array.from({ length: main.size }, (_, row) => ({ name: main.text(row, of), value: main.number(row, metric) ?? 0 })).sort((a, b) => b.value - a.value);
  const kept = all.length > MOST_PARTS ? all.slice(0, MOST_PARTS - 1) : all;
  const rest = all.slice(kept.length);
  const whole = sum(all.map(({ value }) => value));
  return {
    kind: 'parts', of, parts: kept, other: rest.length > 0 ? { count: rest.length, value: sum(rest.map(({ value }) => value)) } : null,
    sum: whole, total: totals?.number(0, metric) ?? whole,
  };
}

/** Whether the parts are a whole, so that a pie of them is true. */
export function isWhole({ parts: all, sum: added, total }: Extract<Shape, { kind: 'parts' }>): boolean {
  return all.every(({ value }) => value >= 0) && Math.abs(added - total) <= Math.abs(total) * TOLERANCE;
}

export function isEmpty(shape: Shape, main: Table): boolean {
  switch (shape.kind) {
    case 'series': return shape.lines.every(({ values: own }) => own.every((value) => !value));
    case 'heat': return shape.cells.every(([, , value]) => value === 0);
    case 'dots': return shape.dots.length === 0;
    case 'parts': return shape.sum === 0;
    case 'steps': return shape.steps.every(({ value }) => value === 0);
    case 'rows': return main.size === 0;
  }
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
