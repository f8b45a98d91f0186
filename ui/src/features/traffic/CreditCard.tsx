import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { useWords } from '../../components/useWords';
import { NOTHING } from '../../lib/format';
import { pairsOption } from '../../lib/plots';
import { sum, type Value } from '../../lib/series';
import { models, type Attribution } from './useAttribution';

const DRAWN = 10;
const LAST = models.indexOf('last_touch');

/** Revenue by the chosen model beside that of the last session. */
export function CreditCard({ credit }: { credit: Attribution }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const { rows, at, model, by, than } = credit;
  const drawn = useMemo(() => rows.slice(0, DRAWN), [rows]);
  const full = useCallback((value: Value) => format.unit(value, 'money', true), [format]);
  const name = t(`traffic.modelName.${model}`);
  const option = useCallback(
    (narrow: boolean) => pairsOption({
      tokens, narrow, names: drawn.map((row) => row.name), values: drawn.map(({ revenue }) => revenue[at]!), beside: drawn.map(({ revenue }) => revenue[LAST]!),
      axis: (value) => format.axis(value, 'money'), full, words: { value: name, beside: t('traffic.beside') },
    }),
    [tokens, drawn, at, format, full, name, t],
  );
  const total = sum(rows.map(({ revenue }) => revenue[at]!));
  const first = rows[0];
  return (
    <ChartCard
      title={t('traffic.attribution')}
      finding={first && total > 0 ? t('traffic.attributionFinding', { name: first.name, share: format.ratio(first.revenue[at]! / total, 0), revenue: full(first.revenue[at]!) }) : null}
      asked={credit.query}
      empty={total <= 0}
      height={330}
      option={option}
      legend={[{ label: name, color: tokens.fill }, ...(at === LAST ? [] : [{ label: t('traffic.beside'), color: tokens.rest }])]}
      aside={t('traffic.lookBack', { days: credit.window })}
      points={drawn.map((row) => `${row.name}: ${full(row.revenue[at]!)}, ${t('traffic.beside')} ${full(row.revenue[LAST]!)}`)}
      note={t(`traffic.modelHow.${model}`)}
      table={{
        columns: [
          { key: by, label: t(`field.${by}`) },
          { key: 'orders', label: words.metric('orders'), numeric: true, show: (value) => format.count(Math.round(Number(value) * 10) / 10) },
          { key: 'revenue', label: words.metric('revenue'), numeric: true, show: (value) => full((value ?? null) as Value) },
          ...(than === null ? [] : [{ key: 'change', label: than, numeric: true, show: (value: unknown) => (typeof value === 'number' ? format.change(value) : NOTHING) }]),
        ],
        rows: rows.map((row) => [row.name, row.orders, row.revenue[at]!, ...(than === null ? [] : [row.moved])]),
      }}
    />
  );
}
