import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricName } from '../../api/client';
import type { Table } from '../../api/table';
import type { TableData } from '../../components/ChartCard';
import type { LegendEntry } from '../../components/Legend';
import { useShop, useTokens } from '../../components/Shop';
import { useWords } from '../../components/useWords';
import type { EChartsCoreOption } from '../../lib/echarts';
import type { FilterField } from '../../lib/search';
import { change, type Value } from '../../lib/series';
import { dotsOption, heatOption, lying, lyingOption, pieOption, seriesOption, stepsOption, type NamedLine, type Part, type Step } from './options';
import { isReady } from './logCharts';
import { logDisplay } from './logDisplay';
import { ownDisplay } from './ownDisplay';
import { grainFor, overTime, type Asked, type FullPlan } from './plan';
import { isEmpty, isWhole, median, shapeOf, type Shape } from './shape';

export interface Display {
  finding: string | null;
  unit?: string;
  empty: boolean;
  legend?: LegendEntry[];
  option?: (narrow: boolean) => EChartsCoreOption;
  points: string[];
  table: TableData;
  note?: string;
  refused?: string;
}

/** Everything that the frame of a chart needs, in the reader's words. */
export function useDisplay(plan: FullPlan, asked: Asked, main: Table | null, totals: Table | null): Display {
  const tools = useTools(plan, asked);
  return useMemo(() => (main === null ? NOTHING : display(plan, main, totals, tools)), [plan, main, totals, tools]);
}

const NOTHING: Display = { finding: null, empty: false, points: [], table: { columns: [], rows: [] } };

type Tools = ReturnType<typeof useTools>;

function useTools(plan: FullPlan, asked: Asked) {
  const { t } = useTranslation();
  const { format } = useShop();
  const tokens = useTokens();
  const words = useWords();
  return useMemo(() => {
    const grain = grainFor(plan, asked.period);
    const name = (field: 'time' | string, value: string | null): string => {
      if (field !== 'time' && field !== 'day') return words.value(field, value);
      if (value === null) return t('value.none');
      return grain === 'month' && field === 'time' ? format.month(value) : format.bucket(value, field === 'time' ? grain : 'day');
    };
    const short = (field: 'time' | string, value: string | null): string => {
      if ((field !== 'time' && field !== 'day') || value === null) return name(field, value);
      return grain === 'month' && field === 'time' ? format.month(value) : format.bucketShort(value, field === 'time' ? grain : 'day');
    };
    return { t, format, tokens, words, grain, name, short, asked };
  }, [t, format, tokens, words, plan, asked]);
}

type Naming = (field: string, value: string | null) => string;

/** Products are called by their names where the answer has them beside their ids. */
function named(main: Table, name: Naming): Naming {
  if (!main.has('product_name')) return name;
  const names = new Map(main.texts('product').map((id, row) => [id, main.text(row, 'product_name')]));
  return (field, value) => (field === 'product' && names.get(value)) || name(field, value);
}

function display(plan: FullPlan, main: Table, totals: Table | null, given: Tools): Display {
  if (plan.logs !== null) return isReady(plan.logs) ? logDisplay(plan.logs, main, given) : ownDisplay(plan, main, given);
  const shape = shapeOf(plan, main, totals);
  const tools = { ...given, name: named(main, given.name), short: named(main, given.short) };
  const { words } = tools;
  const unit = main.unit(plan.metrics[0]!);
  const common = { empty: isEmpty(shape, main), table: tableOf(plan, main, given), unit: plan.drawing === 'table' || plan.drawing === 'scatter' ? undefined : words.unit(unit) };
  switch (shape.kind) {
    case 'series': return { ...common, ...series(plan, shape, unit, totals, tools) };
    case 'heat': return { ...common, ...heat(plan, shape, unit, tools) };
    case 'dots': return { ...common, ...dots(plan, shape, main, tools) };
    case 'parts': return { ...common, ...parts(plan, shape, unit, tools) };
    case 'steps': return { ...common, ...steps(shape, tools) };
    case 'rows': return { ...common, finding: tools.t('boards.finding.rows', { count: main.size }), points: [], note: leftOut(main, tools) };
  }
}

type Drawn = Pick<Display, 'finding' | 'legend' | 'option' | 'points' | 'note' | 'refused'>;

function leftOut(main: Table, { t }: Tools): string | undefined {
  const more = main.answer.meta.notes.find(({ code }) => code === 'rows_left_out')?.count;
  return more ? t('boards.leftOut', { shown: main.size, count: (main.size + more) as never }) : undefined;
}

function series(plan: FullPlan, shape: Extract<Shape, { kind: 'series' }>, unit: string | null, totals: Table | null, tools: Tools): Drawn {
  const { t, format, tokens, words, name, short } = tools;
  const over = overTime(plan);
  const full = (value: Value) => format.unit(value, unit);
  const single = shape.lines.length === 1;
  const color = (index: number) => (single ? tokens.fill : tokens.series[index % tokens.series.length]!);
  const lines: NamedLine[] = shape.lines.map(({ key, values, before }, index) => ({
    label: shape.of === 'metric' ? words.metric(key as MetricName) : name(shape.of, key), color: color(index), values, before,
  }));
  const names = shape.categories.map((category) => name(shape.field, category));
  const drawing = plan.drawing as 'line' | 'area' | 'bar';
  const flat = lying(drawing, names, shape.field === 'time' || shape.field === 'day' || shape.field === 'hour');
  const beforeWord = tools.asked.comparison === 'none' ? '' : t(`compare.${tools.asked.comparison}`);
  const input = { tokens, drawing, names, lines, full, beforeWord, short: shape.categories.map((category) => short(shape.field, category)), axis: (value: number) => format.axis(value, unit) };
  const compared = lines.some(({ before }) => before !== null);
  return {
    finding: over ? overFinding(plan, unit, totals, tools) : leadFinding(lines, names, shape, full, t),
    legend: single && !compared ? undefined : [
      ...lines.map(({ label, color: own }) => ({ label, color: own, shape: drawing === 'bar' ? 'block' as const : 'line' as const })),
      ...(compared ? [{ label: beforeWord, color: tokens.previous, shape: 'dash' as const }] : []),
    ],
    option: (narrow) => (flat ? lyingOption({ ...input, narrow }) : seriesOption({ ...input, narrow })),
    points: names.map((category, index) => `${category}: ${lines.map(({ label, values }) => (single ? full(values[index] ?? null) : `${label} ${full(values[index] ?? null)}`)).join(', ')}`),
    note: shape.leftOut > 0 ? t('boards.leftOut', { shown: shape.categories.length, count: (shape.categories.length + shape.leftOut) as never }) : undefined,
  };
}

function overFinding(plan: FullPlan, unit: string | null, totals: Table | null, { t, format, words, asked }: Tools): string | null {
  const metric = plan.metrics[0]!;
  const total = totals?.number(0, metric);
  if (total === null || total === undefined) return null;
  const count = Math.round((Date.parse(asked.period.to) - Date.parse(asked.period.from)) / 86_400_000) + 1;
  const said = { total: format.unit(total, unit, true), days: words.days(count) };
  const moved = change(total, totals?.number(0, `${metric}_previous`));
  return moved === null ? t('boards.finding.over', said) : t('boards.finding.overChange', { ...said, change: format.change(moved), than: words.than({ comparison: asked.comparison, count }) });
}

function leadFinding(lines: readonly NamedLine[], names: readonly string[], shape: Extract<Shape, { kind: 'series' }>, full: (value: Value) => string, t: Tools['t']): string | null {
  const [first] = lines;
  if (!first) return null;
  if (shape.of !== 'metric') return t('boards.finding.leads', { name: first.label, value: full(first.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)) });
  const best = first.values.reduce<number>((top, value, index) => ((value ?? -Infinity) > (first.values[top] ?? -Infinity) ? index : top), 0);
  return names.length === 0 ? null : t('boards.finding.leads', { name: names[best], value: full(first.values[best] ?? null) });
}

function heat(plan: FullPlan, shape: Extract<Shape, { kind: 'heat' }>, unit: string | null, tools: Tools): Drawn {
  const { t, format, tokens, words, name, short } = tools;
  const full = (value: Value) => format.unit(value, unit);
  const columns = shape.columns.map((value) => short(shape.x, value));
  const rows = shape.rows.map((value) => (shape.y === 'weekday' ? format.weekday(Number(value)) : short(shape.y, value)));
  const top = shape.cells.reduce((best, cell) => (cell[2] > best[2] ? cell : best), shape.cells[0] ?? [0, 0, 0]);
  const place = ([column, row]: readonly number[]) => ({ a: name(shape.y, shape.rows[row ?? 0] ?? null), b: name(shape.x, shape.columns[column ?? 0] ?? null) });
  return {
    finding: t('boards.finding.cell', { ...place(top), value: full(top[2]) }),
    legend: [{ label: t('home.fewer'), color: tokens.sequential[0]! }, { label: t('home.many'), color: tokens.sequential.at(-1)! }],
    option: (narrow) => heatOption({ tokens, narrow, columns, rows, cells: shape.cells, full, word: words.metric(plan.metrics[0]!) }),
    points: shape.cells.map((cell) => `${place(cell).a}, ${place(cell).b}: ${full(cell[2])}`),
  };
}

function dots(plan: FullPlan, shape: Extract<Shape, { kind: 'dots' }>, main: Table, tools: Tools): Drawn {
  const { t, format, tokens, words, name } = tools;
  const [x, y] = plan.metrics.map((metric) => {
    const unit = main.unit(metric);
    return { name: words.metric(metric), axis: (value: number) => format.axis(value, unit), full: (value: Value) => format.unit(value, unit) };
  });
  if (!x || !y) return { finding: null, points: [] };
  const medians: [number, number] = [median(shape.dots.map((dot) => dot.x)), median(shape.dots.map((dot) => dot.y))];
  const labelled = shape.dots.map((dot) => ({ label: name(shape.of, dot.name), x: dot.x, y: dot.y }));
  return {
    finding: t('boards.finding.dots', { count: shape.dots.length, x: `${x.full(medians[0])} (${x.name})`, y: `${y.full(medians[1])} (${y.name})` }),
    option: (narrow) => dotsOption({ tokens, narrow, dots: labelled, medians, x, y }),
    points: labelled.map((dot) => `${dot.label}: ${x.name} ${x.full(dot.x)}, ${y.name} ${y.full(dot.y)}`),
    note: leftOut(main, tools),
  };
}

function parts(plan: FullPlan, shape: Extract<Shape, { kind: 'parts' }>, unit: string | null, { t, format, tokens, words, name }: Tools): Drawn {
  const full = (value: Value) => format.unit(value, unit);
  if (!isWhole(shape)) {
    return {
      finding: null, points: [],
      refused: t('boards.pieRefused', { metric: words.metric(plan.metrics[0]!), dimension: t(`field.${shape.of as FilterField}`), sum: full(shape.sum), total: full(shape.total) }),
    };
  }
  const all: Part[] = [
    ...shape.parts.map(({ name: key, value }, index) => ({ label: name(shape.of, key), value, color: tokens.series[index]! })),
    ...(shape.other ? [{ label: t('boards.other', { count: shape.other.count }), value: shape.other.value, color: tokens.rest }] : []),
  ].map((part) => ({ ...part, share: format.ratio(part.value / shape.sum) }));
  const [first] = all;
  return {
    finding: first ? t('boards.finding.shares', { name: first.label, share: first.share, total: full(shape.total) }) : null,
    option: (narrow) => pieOption({ tokens, narrow, parts: all, full }),
    points: all.map(({ label, value, share }) => `${label}: ${full(value)}, ${share}`),
  };
}

function steps(shape: Extract<Shape, { kind: 'steps' }>, { t, format, tokens, words }: Tools): Drawn {
  const first = shape.steps[0]?.value ?? 0;
  const share = (value: number) => (first === 0 ? '' : format.ratio(value / first));
  const all: Step[] = shape.steps.map(({ metric, value }, index) => {
    const lost = Math.max(0, (shape.steps[index - 1]?.value ?? value) - value);
    return { label: words.metric(metric), value, lost, count: format.compact(value), share: share(value), lostText: format.count(lost) };
  });
  const last = all.at(-1);
  return {
    finding: last && first > 0 ? t('boards.finding.way', { share: share(last.value), first: all[0]?.label, last: last.label }) : null,
    legend: [{ label: t('boards.steps.continues'), color: tokens.fill }, { label: t('boards.steps.left'), color: tokens.bar, shape: 'hatch' }],
    option: (narrow) => stepsOption({ tokens, narrow, steps: all, words: { continues: t('boards.steps.continues'), left: t('boards.steps.left') } }),
    points: all.map(({ label, count, share: of }) => `${label}: ${count}, ${of}`),
  };
}

/** The answer as it came, in the reader's words; a table shows how each figure moved. */
function tableOf(plan: FullPlan, main: Table, { t, format, words, name }: Tools): TableData {
  const isTime = overTime(plan);
  const { columns } = main.answer;
  return {
    columns: columns.map((column) => {
      if (column.role === 'dimension') {
        const field = isTime ? 'time' : column.name;
        const label = column.name === 'product_name' ? t('field.product') : `${t(`field.${column.name as FilterField}`)}${column.name === 'product' && main.has('product_name') ? ' (id)' : ''}`;
        return { key: column.name, label: isTime ? t('boards.grain') : label, show: (value) => name(field, value === null || value === undefined ? null : String(value)) };
      }
      const metric = column.name.replace(/_previous$/, '') as MetricName;
      const label = column.role === 'comparison' ? t('boards.previous', { metric: words.metric(metric) }) : words.metric(metric);
      return { key: column.name, label, numeric: true, show: (value) => format.unit(value === null || value === undefined ? null : Number(value), column.unit), ...(column.role === 'metric' && plan.drawing === 'table' && plan.by.length > 0 && column.name === plan.metrics[0] ? { bar: column.name } : {}) };
    }),
    rows: main.answer.rows.map((row) => row.map((value, index) => (columns[index]?.role === 'dimension' || value === null ? value : Number(value)))),
  };
}
