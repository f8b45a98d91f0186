import type { Table } from '../../api/table';
import type { Value } from '../../lib/series';
import type { Tools } from './logDisplay';
import { lying, lyingOption, seriesOption, type NamedLine } from './options';
import { linesOf, ownGrain, stepsOf, type LogField } from './ownLogs';
import type { FullPlan } from './plan';
import type { Display } from './useDisplay';

/** What the frame of a chart needs that somebody made of logs. */
export function ownDisplay(plan: FullPlan, main: Table, tools: Tools): Display {
  const shown = plan.logs === 'over_time' ? overTime(plan, main, tools) : values(plan, main, tools);
  const readAsText = main.answer.meta.notes.some(({ code }) => code === 'search_read_as_text');
  const notes = [tools.t('boards.logs.ownHow'), shown.note, readAsText ? tools.t('boards.logs.readAsText') : undefined];
  return { ...shown, note: notes.filter(Boolean).join(' ') };
}

function overTime(plan: FullPlan, main: Table, { t, format, tokens, asked }: Tools): Display {
  const grain = ownGrain(plan, asked.period);
  const field = plan.log_count?.field ?? null;
  const steps = stepsOf(main, grain);
  const names = steps.map((step) => (grain === 'month' ? format.month(step) : format.bucket(step, grain)));
  const full = (value: Value) => format.unit(value, 'count');
  const own = linesOf(main, field, steps);
  const plain = plan.drawing === 'bar' ? tokens.fill : tokens.series[0]!;
  const lines: NamedLine[] = own.map(({ value, counts }, index) => ({ label: value ?? t('boards.logs.logs'), color: field === null ? plain : tokens.series[index % tokens.series.length]!, values: counts, before: null }));
  const sums = steps.map((_, index) => own.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0));
  const most = sums.reduce((best, sum, index) => (sum > (sums[best] ?? 0) ? index : best), 0);
  const drawing = plan.drawing === 'bar' || plan.drawing === 'area' ? plan.drawing : 'line';
  return {
    finding: steps.length > 0 ? t('boards.logs.mostLogs', { count: sums[most] ?? 0, shown: format.count(sums[most] ?? 0), time: names[most], total: format.count(sums.reduce((sum, count) => sum + count, 0)) }) : null,
    empty: steps.length === 0,
    unit: t('boards.logs.perUnit', { grain: t(`boards.grains.${grain}`).toLowerCase() }),
    legend: field === null ? undefined : lines.map(({ label, color }) => ({ label, color, shape: 'line' as const })),
    option: () => seriesOption({ tokens, narrow: false, drawing, names, short: steps.length > 48 || grain !== 'hour' ? names : steps.map((step) => format.bucketShort(step, grain)), lines, beforeWord: '', axis: (value) => format.compact(value), full }),
    points: names.map((name, index) => `${name}: ${lines.map(({ label, values: counts }) => `${label} ${full(counts[index] ?? 0)}`).join(', ')}`),
    table: {
      columns: [{ key: 'time', label: t('boards.grain') }, ...lines.map(({ label }, index) => ({ key: String(index), label, numeric: true }))],
      rows: names.map((name, index) => [name, ...lines.map(({ values: counts }) => counts[index] ?? 0)]),
    },
    note: leftOut(main, own.length, t),
  };
}

function values(plan: FullPlan, main: Table, { t, format, tokens }: Tools): Display {
  const ranges = plan.logs === 'ranges';
  const key = ranges ? 'range' : (plan.log_count?.field ?? '');
  const names = main.texts(key).map((name) => name ?? t('value.none'));
  const counts = main.numbers('logs').map((count) => count ?? 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const most = counts.reduce((best, count, index) => (count > (counts[best] ?? 0) ? index : best), 0);
  const full = (value: Value) => format.unit(value, 'count');
  const label = fieldName(plan.log_count?.field ?? '', t);
  const input = { tokens, drawing: 'bar' as const, names, short: names, lines: [{ label: t('boards.logs.logs'), color: tokens.fill, values: counts, before: null }], beforeWord: '', axis: (value: number) => format.compact(value), full };
  const flat = !ranges && lying('bar', names, false);
  return {
    finding: all > 0 ? t('boards.logs.mostOf', { share: format.ratio((counts[most] ?? 0) / all), value: names[most], total: format.count(all) }) : null,
    empty: all === 0,
    unit: plan.drawing === 'table' ? undefined : t('boards.logs.logs'),
    option: plan.drawing === 'table' ? undefined : (narrow) => (flat ? lyingOption({ ...input, narrow }) : seriesOption({ ...input, narrow })),
    points: names.map((name, index) => `${name}: ${full(counts[index] ?? 0)}`),
    table: {
      columns: [{ key: 'value', label }, { key: 'logs', label: t('boards.logs.logs'), numeric: true, bar: 'logs' }],
      rows: names.map((name, index) => [name, counts[index] ?? 0]),
    },
    note: leftOut(main, names.length, t),
  };
}

/** A field in the reader's words; one that we have none for stands as its sender named it. */
export function fieldName(field: string, t: Tools['t']): string {
  return t(`boards.logs.fields.${field as LogField}`, { defaultValue: field });
}

function leftOut(main: Table, shown: number, t: Tools['t']): string | undefined {
  const more = main.answer.meta.notes.find(({ code }) => code === 'rows_left_out')?.count;
  return more ? t('boards.leftOut', { shown, count: (shown + Number(more)) as never }) : undefined;
}
