import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { weekdayCounts } from '../../lib/period';
import type { Value } from '../../lib/series';
import { barsOption } from '../../lib/plots';
import { useTable } from './useHome';

const week = [1, 2, 3, 4, 5, 6, 7];

/** What an average Monday brings, and so on: sums would favour the weekday that the period holds once more. */
export function WeekdayCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const { asked, days } = useView();
  const query = useAnswer({ kind: 'Breakdown', metrics: ['revenue', 'orders', 'sessions'], period: asked.period, filters: asked.filters, comparison: 'none', by: ['weekday'], limit: 7 });
  const table = useTable(query);

  const rows = useMemo(() => {
    const counts = weekdayCounts(days);
    const place = new Map(table?.texts('weekday').map((text, row) => [Number(text), row]));
    const mean = (metric: string, day: number): Value => {
      const row = place.get(day);
      const count = counts[day - 1] ?? 0;
      if (count === 0) return null;
      return row === undefined ? 0 : (table?.number(row, metric) ?? 0) / count;
    };
    return week.map((day) => ({ day, revenue: mean('revenue', day), orders: mean('orders', day), sessions: mean('sessions', day), count: counts[day - 1] ?? 0 }));
  }, [table, days]);

  const values = useMemo(() => rows.map(({ revenue }) => revenue), [rows]);
  const strongest = values.reduce<number>((top, value, index) => ((value ?? 0) > (values[top] ?? 0) ? index : top), 0);
  const full = useCallback((value: Value) => format.unit(value, 'money', true), [format]);
  const meanWord = t('home.meanPerDay');
  const option = useCallback(
    (narrow: boolean) => barsOption({
      tokens, narrow, names: week.map((day) => format.weekday(day)), values, strongest, label: full, axis: (value) => format.axis(value, 'money'), word: meanWord,
    }),
    [tokens, format, values, strongest, full, meanWord],
  );
  const longDay = format.weekday(strongest + 1, 'long');
  return (
    <ChartCard
      title={t('home.weekdays')}
      finding={t('home.weekdaysFinding', { day: longDay.charAt(0).toLocaleUpperCase() + longDay.slice(1), value: full(values[strongest] ?? null) })}
      asked={query}
      empty={values.every((value) => !value)}
      height={240}
      option={option}
      legend={[{ label: `${words.metric('revenue')}, ${meanWord.toLocaleLowerCase()}`, color: tokens.bar }]}
      points={rows.map(({ day, revenue }) => `${format.weekday(day, 'long')}: ${full(revenue)}`)}
      table={{
        columns: [
          { key: 'weekday', label: t('field.weekday'), numeric: false, show: (value) => format.weekday(Number(value), 'long') },
          { key: 'revenue', label: words.metric('revenue'), numeric: true, show: (value) => full((value ?? null) as Value) },
          { key: 'orders', label: words.metric('orders'), numeric: true, show: (value) => format.unit((value ?? null) as Value, 'count') },
          { key: 'sessions', label: words.metric('sessions'), numeric: true, show: (value) => format.unit((value ?? null) as Value, 'count') },
          { key: 'n', label: 'n', numeric: true },
        ],
        rows: rows.map(({ day, revenue, orders, sessions, count }) => [day, revenue, orders, sessions, count]),
      }}
    />
  );
}
