import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { barsOption } from './options';
import { useTable } from './useProducts';

const steps = ['view_sessions', 'cart_sessions', 'orders'] as const;

function useOwn(product: string) {
  const { asked } = useView();
  return useMemo(() => ({ period: asked.period, filters: [...asked.filters, { field: 'product', op: 'is' as const, values: [product] }], comparison: 'none' as const }), [asked, product]);
}

/** Sessions that viewed it, sessions that put it into a cart, orders that hold it. */
export function WayCard({ product }: { product: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const query = useAnswer({ kind: 'Totals', metrics: [...steps], ...useOwn(product) });
  const table = useTable(query);
  const way = useMemo(() => steps.map((step, index) => {
    const value = table?.number(0, step) ?? 0;
    const before = index === 0 ? null : (table?.number(0, steps[index - 1]!) ?? 0);
    return { name: t(`products.wayStep.${step}`), value, kept: before ? value / before : null };
  }), [table, t]);
  const rows = useCallback((index: number) => [
    { label: words.metric(steps[index] ?? 'orders'), value: format.count(way[index]?.value ?? 0) },
    ...(typeof way[index]?.kept === 'number' ? [{ label: t('products.fromBefore'), value: format.ratio(way[index].kept, 1) }] : []),
  ], [way, words, format, t]);
  const option = useCallback((narrow: boolean) => barsOption({
    tokens, narrow, names: way.map(({ name }) => name), values: way.map(({ value }) => value), strongest: 2, axis: (value) => format.axis(value, 'count'), rows,
  }), [tokens, way, format, rows]);
  return (
    <ChartCard title={t('products.way')} finding={typeof way[1]?.kept === 'number' ? t('products.wayFinding', { share: format.ratio(way[1].kept, 1) }) : null} asked={query} empty={(way[0]?.value ?? 0) === 0} height={260} option={option}
      unit={words.unit('count')} points={way.map(({ name }, index) => `${name}: ${rows(index).map(({ value }) => value).join(', ')}`)}
      table={{
        columns: [
          { key: 'step', label: t('products.step') },
          { key: 'count', label: t('products.count'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'kept', label: t('products.fromBefore'), numeric: true, show: (value) => format.unit((value ?? null) as number | null, 'ratio') },
        ],
        rows: way.map(({ name, value, kept }) => [name, value, kept]),
      }}
    />
  );
}

/** Where its viewers and buyers come from. */
export function ChannelsCard({ product }: { product: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const query = useAnswer({ kind: 'Breakdown', metrics: ['views', 'order_lines', 'view_to_purchase', 'revenue'], by: ['channel'], sort: { column: 'views', descending: true }, limit: 20, ...useOwn(product) });
  const table = useTable(query);
  const rows = Array.from({ length: table?.size ?? 0 }, (_, row) => [
    words.value('channel', table?.text(row, 'channel') ?? null), ...['views', 'order_lines', 'view_to_purchase', 'revenue'].map((column) => table?.number(row, column) ?? null),
  ]);
  const total = rows.reduce((all, row) => all + Number(row[4] ?? 0), 0);
  const best = [...rows].sort((one, other) => Number(other[4]) - Number(one[4]))[0];
  return (
    <ChartCard title={t('products.channels')} finding={best && total > 0 ? t('products.channelsFinding', { name: best[0], share: format.ratio(Number(best[4]) / total, 0) }) : null}
      asked={query} empty={rows.length === 0} height={260}
      table={{
        sort: { key: 'views', descending: true },
        columns: [
          { key: 'channel', label: t('field.channel'), bar: 'views' },
          { key: 'views', label: words.metric('views'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'lines', label: words.metric('order_lines'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'rate', label: words.metric('view_to_purchase'), numeric: true, show: (value, row) => `${format.unit((value ?? null) as number | null, 'ratio')} (${t('products.n', { count: Number(row[1]) })})` },
          { key: 'revenue', label: words.metric('revenue'), numeric: true, show: (value) => format.money(Number(value)) },
        ],
        rows,
      }}
    />
  );
}
