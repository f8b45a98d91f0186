import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import type { Value } from '../../lib/series';
import { linesOption } from '../../lib/plots';
import { useTotals, useTrend } from './useHome';

/** How many come, and how often. */
export function TrafficCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const { grain } = useView();
  const { query, table } = useTrend();
  const totals = useTotals().table;

  const buckets = useMemo(() => table?.texts(table.dimension).map((text) => text ?? '') ?? [], [table]);
  const lines = useMemo(
    () => (['sessions', 'visitors'] as const).map((metric, index) => ({
      label: words.metric(metric), values: table?.numbers(metric) ?? [], color: tokens.series[index]!, area: index === 0,
    })),
    [table, words, tokens],
  );
  const full = useCallback((value: Value) => format.unit(value, 'count'), [format]);
  const option = useCallback(
    (narrow: boolean) => linesOption({
      tokens, narrow, buckets, lines, full,
      short: (bucket) => format.bucketShort(bucket, grain), long: (bucket) => format.bucket(bucket, grain), axis: (value) => format.compact(value),
    }),
    [tokens, buckets, lines, full, format, grain],
  );
  const visitors = lines[1]?.values ?? [];
  const best = visitors.reduce<number>((top, value, index) => ((value ?? 0) > (visitors[top] ?? 0) ? index : top), 0);
  const all = totals?.number(0, 'visitors');
  const ratio = all ? format.count(Math.round(((totals?.number(0, 'sessions') ?? 0) / all) * 100) / 100) : null;
  const said = { ratio, day: format.bucketShort(buckets[best] ?? '2024-01-01T00:00:00Z', buckets[best] ? grain : 'hour'), visitors: format.count(visitors[best] ?? 0) };
  return (
    <ChartCard
      title={t('home.traffic')}
      finding={ratio === null ? null : t(grain === 'hour' ? 'home.trafficFindingHour' : 'home.trafficFinding', said)}
      asked={query}
      empty={visitors.every((value) => !value)}
      height={240}
      option={option}
      legend={lines.map(({ label, color }) => ({ label, color, shape: 'line' as const }))}
      points={buckets.map((bucket, index) => `${format.bucket(bucket, grain)}: ${lines.map(({ label, values }) => `${label} ${full(values[index] ?? null)}`).join(', ')}`)}
      table={{
        columns: [
          { key: 'time', label: t('field.day'), show: (value) => format.bucket(String(value), grain) },
          ...lines.map(({ label }) => ({ key: label, label, numeric: true, show: (value: unknown) => full((value ?? null) as Value) })),
        ],
        rows: buckets.map((bucket, index) => [bucket, ...lines.map(({ values }) => values[index])]),
      }}
    />
  );
}
