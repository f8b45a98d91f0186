import type { TFunction } from 'i18next';
import type { Table } from '../../api/table';
import type { Format } from '../../lib/format';
import type { Tokens } from '../../lib/tokens';
import type { Value } from '../../lib/series';
import { AMOUNT_RANGES, amountsOf, bucketsOf, logGrain, type ReadyLogChart } from './logCharts';
import { seriesOption, type NamedLine } from './options';
import type { Asked } from './plan';
import type { Display } from './useDisplay';

export interface Tools {
  t: TFunction;
  format: Format;
  tokens: Tokens;
  asked: Asked;
}

/** Everything that the frame of a ready chart of logs needs, in the reader's words. */
export function logDisplay(chart: ReadyLogChart, main: Table, tools: Tools): Display {
  switch (chart) {
    case 'per_hour': return perHour(main, tools);
    case 'top_messages': return topMessages(main, tools);
    case 'amounts': return amounts(main, tools);
  }
}

function perHour(main: Table, { t, format, tokens, asked }: Tools): Display {
  const grain = logGrain(asked.period);
  const buckets = bucketsOf(main, grain);
  const long = (index: number) => format.bucket(buckets[index]?.time ?? '', grain);
  const names = buckets.map((_, index) => long(index));
  const full = (value: Value) => format.unit(value, 'count');
  const lines: NamedLine[] = [
    { label: t('boards.logs.logs'), color: tokens.series[0]!, values: buckets.map(({ logs }) => logs), before: null },
    { label: t('boards.logs.errors'), color: tokens.bad, values: buckets.map(({ errors }) => errors), before: null },
  ];
  const worst = buckets.reduce((best, { errors }, index) => (errors > (buckets[best]?.errors ?? 0) ? index : best), 0);
  const most = buckets[worst]?.errors ?? 0;
  return {
    finding: most > 0 ? t('boards.logs.mostErrors', { count: most, shown: format.count(most), time: names[worst] }) : t('boards.logs.noErrors'),
    empty: buckets.length === 0,
    unit: t('boards.logs.perUnit', { grain: t(`boards.grains.${grain}`).toLowerCase() }),
    legend: lines.map(({ label, color }) => ({ label, color, shape: 'line' as const })),
    option: () => seriesOption({ tokens, narrow: false, drawing: 'line', names, short: buckets.length > 48 || grain === 'day' ? names : buckets.map(({ time }) => format.bucketShort(time, grain)), lines, beforeWord: '', axis: (value) => format.compact(value), full }),
    points: buckets.map(({ logs, errors }, index) => `${names[index]}: ${t('boards.logs.logs')} ${full(logs)}, ${t('boards.logs.errors')} ${full(errors)}`),
    table: {
      columns: [
        { key: 'time', label: t('boards.grain'), show: (value) => format.bucket(String(value), grain) },
        { key: 'logs', label: t('boards.logs.logs'), numeric: true }, { key: 'errors', label: t('boards.logs.errors'), numeric: true },
      ],
      rows: buckets.map(({ time, logs, errors }) => [time, logs, errors]),
    },
  };
}

function topMessages(main: Table, { t, format }: Tools): Display {
  const rows = main.texts('message').map((message, row) => [message, main.text(row, 'service'), main.number(row, 'errors') ?? 0] as const);
  const [first] = rows;
  const none = t('value.none');
  return {
    finding: first ? t('boards.finding.leads', { name: first[0] ?? none, value: format.count(first[2]) }) : null,
    empty: rows.length === 0,
    points: [],
    table: {
      columns: [
        { key: 'message', label: t('boards.logs.message'), show: (value) => (value === null || value === undefined ? none : String(value)) },
        { key: 'service', label: t('field.service'), show: (value) => (value === null || value === undefined ? none : String(value)) },
        { key: 'errors', label: t('boards.logs.errors'), numeric: true, bar: 'errors' },
      ],
      rows: rows.map((row) => [...row]),
    },
    note: t('boards.logs.messagesHow'),
  };
}

function amounts(main: Table, { t, format, tokens }: Tools): Display {
  const counts = amountsOf(main);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const names = AMOUNT_RANGES.map((range) => rangeName(range, format, t));
  const most = counts.reduce((best, count, index) => (count > (counts[best] ?? 0) ? index : best), 0);
  const full = (value: Value) => format.unit(value, 'count');
  return {
    finding: all > 0 ? t('boards.logs.mostAmounts', { share: format.ratio((counts[most] ?? 0) / all), range: names[most], total: format.count(all) }) : null,
    empty: all === 0,
    unit: t('boards.logs.transactions'),
    option: () => seriesOption({ tokens, narrow: false, drawing: 'bar', names, short: [...AMOUNT_RANGES], lines: [{ label: t('boards.logs.transactions'), color: tokens.fill, values: counts, before: null }], beforeWord: '', axis: (value) => format.compact(value), full }),
    points: names.map((name, index) => `${name}: ${full(counts[index] ?? 0)}`),
    table: {
      columns: [{ key: 'range', label: t('boards.logs.amount') }, { key: 'count', label: t('boards.logs.transactions'), numeric: true }],
      rows: names.map((name, index) => [name, counts[index] ?? 0]),
    },
    note: t('boards.logs.amountsHow'),
  };
}

function rangeName(range: (typeof AMOUNT_RANGES)[number], format: Format, t: TFunction): string {
  const [low, high] = range.split('-').map(Number);
  return high === undefined || Number.isNaN(high) ? t('boards.logs.from', { low: format.unit(1000, 'money') }) : t('boards.logs.range', { low: format.unit(low ?? 0, 'money'), high: format.unit(high, 'money') });
}
