import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../api/queries';
import { ChartCard } from './ChartCard';
import { useFormat, useTokens } from './Shop';
import { useView } from './useView';
import { useWords } from './useWords';
import { concentration, type Value } from '../lib/series';
import { Table } from '../api/table';
import { grouped } from '../lib/grouped';
import { paretoOption } from '../lib/pareto';

const MOST_PRODUCTS = 10_000;
const MOST_BARS = 60;

/** How few products carry the shop. */
export function ParetoCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const { asked } = useView();
  const query = useAnswer({
    kind: 'Breakdown', metrics: ['revenue'], period: asked.period, filters: asked.filters, comparison: 'none',
    by: ['product'], sort: { column: 'revenue', descending: true }, limit: MOST_PRODUCTS,
  });
  const table = useMemo(() => (query.data ? new Table(query.data) : null), [query.data]);

  const sold = useMemo(() => {
    const rows = (table?.numbers('revenue') ?? []).map((value, row) => ({ name: table?.text(row, 'product_name') ?? words.value('product', table?.text(row, 'product') ?? null), value: value ?? 0 }));
    return rows.filter(({ value }) => value > 0);
  }, [table, words]);
  const shares = useMemo(() => concentration(sold.map(({ value }) => value)), [sold]);
  const bars = useMemo(() => grouped(sold, shares, MOST_BARS), [sold, shares]);
  const full = useCallback((value: Value) => format.unit(value, 'money'), [format]);
  const revenue = words.metric('revenue');
  const option = useCallback(
    (narrow: boolean) => paretoOption({
      tokens, narrow, ...bars, full,
      axis: (value) => format.axis(value, 'money'), ratio: (value) => format.ratio(value, 0),
      words: { value: revenue, cumulative: t('home.cumulative') },
      axisName: bars.size === 1 ? t('home.products') : t('home.productGroups', { count: bars.size }),
    }),
    [tokens, bars, full, format, revenue, t],
  );
  return (
    <ChartCard
      title={t('home.pareto')}
      finding={t('home.paretoFinding', { count: shares.makers, all: format.count(sold.length) })}
      asked={query}
      empty={sold.length === 0}
      height={280}
      option={option}
      legend={[
        { label: t('home.makes'), color: tokens.fill },
        { label: t('home.rest'), color: tokens.rest },
        { label: t('home.cumulative'), color: tokens.series[1]!, shape: 'line' },
      ]}
      unit={words.unit('money')}
      points={bars.names.map((name, index) => `${name}: ${full(bars.values[index] ?? null)}, ${t('home.cumulative')} ${format.ratio(bars.cumulative[index] ?? 0, 0)}`)}
      table={{
        columns: [
          { key: 'rank', label: t('home.rank'), numeric: true },
          { key: 'product', label: t('field.product') },
          { key: 'revenue', label: revenue, numeric: true, show: (value) => full(value as Value) },
          { key: 'share', label: t('home.share'), numeric: true, show: (value) => format.ratio(Number(value), 1) },
          { key: 'cumulative', label: t('home.cumulative'), numeric: true, show: (value) => format.ratio(Number(value), 1) },
        ],
        rows: sold.map(({ name, value }, index) => [index + 1, name, value, shares.shares[index], shares.cumulative[index]]),
      }}
    />
  );
}
