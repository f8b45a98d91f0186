import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { sum, type Value } from '../../lib/series';
import { courseOption } from './options';
import { useTable } from './useProducts';
import styles from './Products.module.css';

const metrics = ['views', 'order_lines', 'units', 'gross_revenue', 'revenue'] as const;

/** Views, revenue and the price paid, bucket by bucket. */
export function CourseCards({ product }: { product: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const { asked, grain, count } = useView();
  const query = useAnswer({
    kind: 'Trend', metrics: [...metrics], grain, period: asked.period, comparison: asked.comparison, filters: [...asked.filters, { field: 'product', op: 'is', values: [product] }],
  });
  const table = useTable(query);
  const prices = useMemo(() => {
    const units = table?.numbers('units') ?? [];
    return (table?.numbers('gross_revenue') ?? []).map((gross, index) => (gross !== null && (units[index] ?? 0) > 0 ? gross / units[index]! : null));
  }, [table]);
  const views = table?.numbers('views') ?? [];
  const revenue = table?.numbers('revenue') ?? [];
  const paid = prices.filter((price) => price !== null);
  const low = Math.min(...paid);
  const high = Math.max(...paid);
  const range = { low: format.money(low), high: format.money(high) };
  const days = words.days(count);
  return (
    <div className={styles.thirds}>
      <Course query={query} name={t('products.viewsOverTime')} unit="count" shape="bar" values={views} before={table?.has('views_previous') ? table.numbers('views_previous') : null}
        finding={t('products.viewsFinding', { total: format.count(sum(views)), days })} />
      <Course query={query} name={t('products.revenueOverTime')} unit="money" shape="bar" values={revenue} before={table?.has('revenue_previous') ? table.numbers('revenue_previous') : null}
        finding={t('products.revenueFinding', { total: format.money(sum(revenue)), days })} />
      <Course query={query} name={t('products.priceOverTime')} unit="money" shape="line" values={prices} before={null} note={t('products.priceNote')}
        finding={paid.length > 0 ? t(range.low === range.high ? 'products.priceFindingOne' : 'products.priceFinding', range) : null} />
    </div>
  );
}

interface CourseProps {
  query: ReturnType<typeof useAnswer>;
  name: string;
  unit: 'count' | 'money';
  shape: 'bar' | 'line';
  values: readonly Value[];
  before: readonly Value[] | null;
  finding: string | null;
  note?: string;
}

function Course({ query, name, unit, shape, values, before, finding, note }: CourseProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const { grain } = useView();
  const table = useTable(query);
  const buckets = useMemo(() => (table?.texts('bucket') ?? []).map((bucket) => bucket ?? ''), [table]);
  const full = useCallback((value: Value) => format.unit(value, unit), [format, unit]);
  const option = useCallback((narrow: boolean) => courseOption({
    tokens, narrow, buckets, values, before, shape, words: { value: name, before: t('home.before') },
    short: (bucket) => format.bucketShort(bucket, grain), long: (bucket) => format.bucket(bucket, grain), axis: (value) => format.axis(value, unit), full,
  }), [tokens, buckets, values, before, shape, name, format, grain, unit, full, t]);
  return (
    <ChartCard title={name} finding={finding} unit={words.unit(unit)} asked={query} empty={values.every((value) => value === null || value === 0)} height={210} option={option} note={note}
      legend={before ? [{ label: name, color: tokens.fill }, { label: t('home.before'), color: tokens.previous, shape: 'dash' }] : undefined}
      points={buckets.map((bucket, index) => `${format.bucket(bucket, grain)}: ${full(values[index] ?? null)}`)}
      table={{
        columns: [
          { key: 'bucket', label: t('field.day') },
          { key: 'value', label: name, numeric: true, show: (value) => full(value as Value) },
          ...(before ? [{ key: 'before', label: t('home.before'), numeric: true, show: (value: unknown) => full(value as Value) }] : []),
        ],
        rows: buckets.map((bucket, index) => [bucket, values[index] ?? null, ...(before ? [before[index] ?? null] : [])]),
      }}
    />
  );
}
