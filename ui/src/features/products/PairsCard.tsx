import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { useView } from '../../components/useView';
import { MINIMUM, nameOf, useTable } from './useProducts';
import styles from './Products.module.css';

const MOST_PAIRS = 200;
const SIGNIFICANT = 0.05;
const baskets = ['order', 'session'] as const;
const things = ['product', 'category'] as const;

/** Pairs that stand in one order, or are viewed in one session, more often than chance; of one product, its partners. */
export function PairsCard({ product, title }: { product?: string; title?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { asked } = useView();
  const [basket, setBasket] = useState<(typeof baskets)[number]>('order');
  const [by, setBy] = useState<(typeof things)[number]>('product');
  const query = useAnswer({
    kind: 'Association', period: asked.period, filters: asked.filters, by: [by], limit: MOST_PAIRS, association: { basket, minimum: MINIMUM, ...(product ? { with: product } : {}) },
  });
  const table = useTable(query);
  const rows = useMemo(() => Array.from({ length: table?.size ?? 0 }, (_, row) => [
    nameOf(table, row, 'one', 'one_name'), nameOf(table, row, 'other', 'other_name'),
    ...['together', 'support', 'confidence', 'lift', 'adjusted_p_value'].map((column) => table?.number(row, column) ?? null),
  ]), [table]);
  const strong = rows.filter((row) => Number(row[6]) <= SIGNIFICANT && Number(row[5]) > 1);
  const best = strong[0];
  const said = best && { count: product ? Number(best[2]) : strong.length, one: best[0], other: best[1], name: best[1], lift: format.count(Math.round(Number(best[5]) * 10) / 10) };
  const finding = said ? t(product ? 'products.partnersFinding' : 'products.pairsFinding', said) : t('products.pairsNone');
  const note = t('products.pairsNote', { tested: format.count(table?.number(0, 'tested') ?? 0), baskets: format.count(table?.number(0, 'baskets') ?? 0), minimum: MINIMUM });
  return (
    <ChartCard
      title={title ?? t('products.pairs')}
      finding={finding}
      asked={query}
      empty={false}
      height={340}
      note={rows.length > 0 ? note : undefined}
      controls={(
        <div className={styles.choices}>
          <SegmentedControl size="xs" aria-label={t('products.basket')} value={basket} onChange={(next) => setBasket(next as typeof basket)} data={baskets.map((value) => ({ value, label: t(`products.${value}`) }))} />
          {!product && (
            <SegmentedControl size="xs" aria-label={t('products.pairsBy')} value={by} onChange={(next) => setBy(next as typeof by)}
              data={things.map((value) => ({ value, label: t(value === 'product' ? 'products.product' : 'products.categories') }))} />
          )}
        </div>
      )}
      table={{
        columns: [
          { key: 'one', label: t('products.one') },
          { key: 'other', label: t('products.otherOne') },
          { key: 'together', label: t('products.together'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'support', label: t('products.support'), numeric: true, show: (value) => format.ratio(Number(value)) },
          { key: 'confidence', label: t('products.confidence'), numeric: true, show: (value) => format.ratio(Number(value)) },
          { key: 'lift', label: t('products.lift'), numeric: true, show: (value) => `${format.count(Math.round(Number(value) * 10) / 10)} ×` },
          { key: 'chance', label: t('products.chance'), numeric: true, show: (value) => (Number(value) < 0.001 ? t('products.below001') : format.exact(Number(value), 3)) },
        ],
        rows,
      }}
    />
  );
}
