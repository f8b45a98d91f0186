import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import type { Value } from '../../lib/series';
import { smallMultiplesOption } from '../../lib/plots';
import { useTable } from './useHome';

const rates = ['view_to_cart', 'cart_to_purchase', 'view_to_purchase'] as const;

/** The three rates of the way from looking to buying, each on a scale of its own. */
export function RatesCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const { asked, grain } = useView();
  const query = useAnswer({ kind: 'Trend', metrics: [...rates], grain, ...asked });
  const table = useTable(query);
  const totals = useTable(useAnswer({ kind: 'Totals', metrics: [...rates], ...asked }));

  const buckets = useMemo(() => table?.texts(table.dimension).map((text) => text ?? '') ?? [], [table]);
  const panels = useMemo(
    () => rates.map((rate) => {
      const now = totals?.number(0, rate) ?? null;
      const before = totals?.number(0, `${rate}_previous`) ?? null;
      const moved = now !== null && before !== null ? ` (${t('change.points', { points: format.points(now - before) })})` : '';
      return {
        name: words.metric(rate), values: table?.numbers(rate) ?? [], now: `${format.unit(now, 'ratio')}${moved}`,
        before: table?.has(`${rate}_previous`) ? table.numbers(`${rate}_previous`) : null,
      };
    }),
    [table, totals, words, format, t],
  );
  const full = useCallback((value: Value) => format.unit(value, 'ratio'), [format]);
  const option = useCallback(
    (narrow: boolean) => smallMultiplesOption({ tokens, narrow, buckets, panels, full, short: (bucket) => format.bucketShort(bucket, grain), long: (bucket) => format.bucket(bucket, grain) }),
    [tokens, buckets, panels, full, format, grain],
  );
  const buys = totals?.number(0, 'view_to_purchase') ?? null;
  return (
    <ChartCard
      title={t('home.rates')}
      finding={buys === null ? null : t('home.ratesFinding', { rate: format.ratio(buys) })}
      asked={query}
      empty={panels.every(({ values }) => values.every((value) => !value))}
      height={268}
      option={option}
      points={buckets.map((bucket, index) => `${format.bucket(bucket, grain)}: ${panels.map(({ name, values }) => `${name} ${full(values[index] ?? null)}`).join(', ')}`)}
      table={{
        columns: [
          { key: 'time', label: t('field.day'), show: (value) => format.bucket(String(value), grain) },
          ...panels.map(({ name }) => ({ key: name, label: name, numeric: true, show: (value: unknown) => full((value ?? null) as Value) })),
        ],
        rows: buckets.map((bucket, index) => [bucket, ...panels.map(({ values }) => values[index])]),
      }}
    />
  );
}
