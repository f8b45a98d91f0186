import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Insight } from '../../api/client';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { addDays } from '../../lib/period';
import { change, rollingMean, type Value } from '../../lib/series';
import { useChosenMetric } from './KpiStrip';
import { trendOption } from './options';
import { useTotals, useTrend } from './useHome';

const MEAN_DAYS = 7;
const none: readonly Value[] = [];
const titles = { hour: 'home.perHour', day: 'home.perDay', week: 'home.perWeek' } as const;
const bars = { hour: 'home.hourly', day: 'home.daily', week: 'home.weekly' } as const;

/** The chosen key figure by day with its 7-day mean and the compared period. A range drawn across it becomes the period. */
export function MainChart({ insights }: { insights: readonly Insight[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const view = useView();
  const [metric] = useChosenMetric();
  const { query, table } = useTrend();
  const totals = useTotals().table;
  const { grain } = view;

  const buckets = useMemo(() => table?.texts(table.dimension).map((text) => text ?? '') ?? [], [table]);
  const values = useMemo(() => table?.numbers(metric) ?? none, [table, metric]);
  const before = useMemo(() => (table?.has(`${metric}_previous`) ? table.numbers(`${metric}_previous`) : null), [table, metric]);
  const mean = useMemo(() => (grain === 'day' && values.length >= 2 * MEAN_DAYS ? rollingMean(values, MEAN_DAYS) : null), [grain, values]);
  const marked = useMemo(
    () => new Set(insights.filter(({ code, params }) => code === 'anomaly_day' && params.metric === metric).map(({ params }) => String(params.day))),
    [insights, metric],
  );
  const unit = table?.unit(metric) ?? null;
  const name = words.metric(metric);
  const barWord = t(bars[grain]);
  const full = useCallback((value: Value) => format.unit(value, unit), [format, unit]);
  const option = useCallback(
    (narrow: boolean) => trendOption({
      tokens, narrow, buckets, values, mean, before, marked, full,
      words: { value: barWord, mean: t('home.mean'), before: t('home.before') },
      short: (bucket) => format.bucketShort(bucket, grain),
      long: (bucket) => format.bucket(bucket, grain),
      axis: (value) => format.axis(value, unit),
    }),
    [tokens, buckets, values, mean, before, marked, full, barWord, format, grain, unit, t],
  );
  // On a touch screen a drag scrolls the page.
  const draggable = useMediaQuery('(pointer: fine)') === true && grain !== 'hour';
  const { change: changeView } = view;
  const onRange = useCallback((first: number, last: number) => {
    const from = buckets[first];
    const to = buckets[last];
    if (from && to) changeView({ period: 'custom', from, to: grain === 'week' ? addDays(to, 6) : to });
  }, [buckets, changeView, grain]);

  const total = totals?.number(0, metric) ?? null;
  const moved = change(total, totals?.number(0, `${metric}_previous`));
  const said = { total: format.unit(total, unit, true), days: words.days(view.count) };
  const anyMarked = buckets.some((bucket) => marked.has(bucket));
  return (
    <ChartCard
      title={t(titles[grain], { metric: name })}
      finding={moved === null ? t('home.mainFinding', said) : t('home.mainFindingChange', { ...said, change: format.change(moved), than: words.than(view) })}
      unit={words.unit(unit)}
      asked={query}
      empty={values.every((value) => !value)}
      height={336}
      option={option}
      points={buckets.map((bucket, index) => `${format.bucket(bucket, grain)}: ${full(values[index] ?? null)}`)}
      onRange={draggable ? onRange : undefined}
      note={draggable ? t('home.brush') : undefined}
      legend={[
        { label: barWord, color: tokens.bar },
        ...(mean ? [{ label: t('home.mean'), color: tokens.accent, shape: 'line' as const }] : []),
        ...(before ? [{ label: t(`compare.${view.comparison}`), color: tokens.previous, shape: 'dash' as const }] : []),
        ...(anyMarked ? [{ label: t('home.anomaly'), color: tokens.bad }] : []),
      ]}
      table={{
        columns: [
          { key: 'time', label: barWord, show: (value) => format.bucket(String(value), grain) },
          { key: metric, label: name, numeric: true, show: (value) => full(value as Value) },
          ...(mean ? [{ key: 'mean', label: t('home.mean'), numeric: true, show: (value: unknown) => full((value ?? null) as Value) }] : []),
          ...(before ? [{ key: 'before', label: t('home.before'), numeric: true, show: (value: unknown) => full((value ?? null) as Value) }] : []),
        ],
        rows: buckets.map((bucket, index) => [bucket, values[index], ...(mean ? [mean[index]] : []), ...(before ? [before[index]] : [])]),
      }}
    />
  );
}
