import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricName } from '../../api/client';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { weekdayCounts } from '../../lib/period';
import { signedOption } from '../../lib/plots';
import { change, type Value } from '../../lib/series';

const counted = ['sessions', 'events', 'orders', 'revenue'] as const satisfies readonly MetricName[];
const rated = ['conversion_per_session', 'bounce_rate', 'aov'] as const satisfies readonly MetricName[];
const metrics = [...counted, ...rated];
const SATURDAY = '6';
const SUNDAY = '7';

/** How Saturdays and Sundays differ from the other days. */
export function WeekendCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const { asked, days } = useView();
  const ask = (op: 'is' | 'is_not') => ({
    kind: 'Totals' as const, metrics: [...metrics], period: asked.period, comparison: 'none' as const,
    filters: [...asked.filters, { field: 'weekday', op, values: [SATURDAY, SUNDAY] }],
  });
  const query = useAnswer(ask('is'));
  const weekend = useTable(query);
  const other = useAnswer(ask('is_not'));
  const week = useTable(other);
  const rows = useMemo(() => {
    const counts = weekdayCounts(days);
    const free = (counts[5] ?? 0) + (counts[6] ?? 0);
    const busy = counts.slice(0, 5).reduce((sum, count) => sum + count, 0);
    return metrics.map((metric) => {
      const isCount = counted.some((one) => one === metric);
      const mean = (value: Value | undefined, count: number): Value => {
        if (value === null || value === undefined || count === 0) return null;
        return isCount ? value / count : value;
      };
      const on = mean(weekend?.number(0, metric), free);
      const off = mean(week?.number(0, metric), busy);
      return { metric, on, off, difference: change(on, off) };
    });
  }, [weekend, week, days]);
  const values = useMemo(() => rows.map(({ difference }) => difference), [rows]);
  const full = useCallback((value: Value) => (value === null ? format.unit(null, 'ratio') : format.change(value)), [format]);
  const word = t('traffic.weekendWord');
  const option = useCallback(
    (narrow: boolean) => signedOption({ tokens, narrow, lying: true, names: rows.map(({ metric }) => words.metric(metric)), values, axis: (value) => format.changeShort(value), full, word }),
    [tokens, rows, values, words, format, full, word],
  );
  const sessions = values[0] ?? null;
  const unit = (value: unknown, row: readonly unknown[]) => format.unit((value ?? null) as Value, weekend?.unit(metrics.find((metric) => words.metric(metric) === row[0]) ?? ''));
  return (
    <ChartCard
      title={t('traffic.weekend')}
      finding={sessions === null ? null : t(sessions < 0 ? 'traffic.weekendFinding.down' : 'traffic.weekendFinding.up', { change: full(sessions) })}
      asked={other.data === undefined ? other : query}
      empty={values.every((value) => value === null)}
      height={250}
      option={option}
      points={rows.map(({ metric, difference }) => `${words.metric(metric)}: ${full(difference)}`)}
      note={t('traffic.weekendNote')}
      table={{
        columns: [
          { key: 'metric', label: '' },
          { key: 'weekend', label: t('traffic.weekendDay'), numeric: true, show: unit },
          { key: 'week', label: t('traffic.weekDay'), numeric: true, show: unit },
          { key: 'difference', label: t('traffic.difference'), numeric: true, show: (value) => full((value ?? null) as Value) },
        ],
        rows: rows.map(({ metric, on, off, difference }) => [words.metric(metric), on, off, difference]),
      }}
    />
  );
}
