import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Table } from '../../api/table';
import { CardState } from '../../components/CardState';
import { Change } from '../../components/Change';
import { MetricInfo } from '../../components/MetricInfo';
import { PageHead } from '../../components/PageHead';
import { useFormat } from '../../components/Shop';
import { ViewControls } from '../../components/ViewControls';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { change } from '../../lib/series';
import { ChannelsCard, WayCard } from './ProductParts';
import { CourseCards } from './CourseCards';
import { PairsCard } from './PairsCard';
import { nameOf, useProducts, useTable } from './useProducts';
import styles from './Products.module.css';

const SIGNIFICANT = 0.05;
/** A search by an id finds those that contain it; so many are looked through for the one. */
const MOST_ALIKE = 200;

/** One product: who looks, who buys, at what price, through which channel, and with what. */
export function ProductPage() {
  const { t } = useTranslation();
  const { product } = useParams({ strict: false }) as { product: string };
  const query = useProducts({ find: product, limit: MOST_ALIKE }, true);
  const table = useTable(query);
  const row = table ? table.texts('product').indexOf(product) : -1;
  const known = table !== null && row >= 0;
  const name = known ? nameOf(table, row) : product;
  const place = [product, known ? table.text(row, 'category') : null].filter((part) => part && part !== name).join(' · ');
  return (
    <>
      <Link to={'/products' as never} className={styles.back}><IconArrowLeft size={15} aria-hidden />{t('products.back')}</Link>
      <PageHead title={name} subtitle={<Sentence table={table} row={row} place={place} />} />
      <ViewControls />
      <CardState title={name} asked={query} empty={false} height={400}>
        {!known && <div className={`${styles.card} ${styles.none}`} role="status"><strong>{t('products.unknown')}</strong>{t('products.unknownHow')}</div>}
        {known && (
          <div className={styles.page}>
            <Figures table={table} row={row} />
            <CourseCards product={product} />
            <div className={styles.halves}><WayCard product={product} /><ChannelsCard product={product} /></div>
            <PairsCard product={product} title={t('products.partners')} />
          </div>
        )}
      </CardState>
    </>
  );
}

function Sentence({ table, row, place }: { table: Table | null; row: number; place: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (table === null || row < 0) return place;
  const ratio = (column: string) => format.ratio(table.number(row, column) ?? 0);
  const said = { revenue: format.money(table.number(row, 'revenue') ?? 0), lines: format.count(table.number(row, 'order_lines') ?? 0) };
  const viewers = table.number(row, 'viewers') ?? 0;
  const answer = viewers === 0 ? t('products.productSold', said)
    : t('products.productAnswer', { ...said, viewers: format.count(viewers), rate: ratio('conversion'), low: ratio('conversion_low'), high: ratio('conversion_high') });
  return <>{place && <>{place}<br /></>}{answer}</>;
}

const metrics = ['views', 'add_to_carts', 'order_lines', 'units', 'revenue', 'refunds'] as const;

function Figures({ table, row }: { table: Table; row: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const { comparison } = useView();
  const number = (column: string) => table.number(row, column);
  const adjusted = number('adjusted_p_value');
  const moved = (column: string) => (comparison !== 'none' && table.has(`${column}_previous`) ? change(number(column), number(`${column}_previous`)) : null);
  const gross = (number('revenue') ?? 0) + (number('refunds') ?? 0);
  return (
    <dl className={styles.figures} aria-label={t('products.figures')}>
      {metrics.map((metric) => {
        const moving = moved(metric);
        return (
          <div key={metric}>
            <dt>{words.metric(metric)}<MetricInfo metric={metric} /></dt>
            <dd>
              {format.unit(number(metric), table.unit(metric), true)}
              {moving !== null && <small><Change value={moving} /></small>}
              {metric === 'refunds' && gross > 0 && <small>{t('products.refunded', { share: format.ratio((number('refunds') ?? 0) / gross, 1) })}</small>}
            </dd>
          </div>
        );
      })}
      <div>
        <dt>{t('products.price')}</dt>
        <dd>{format.unit(number('price'), 'money')}</dd>
      </div>
      <div>
        <dt>{t('products.conversion')}</dt>
        <dd>
          {format.unit(number('conversion'), 'ratio')}
          <small>{t('products.n', { count: number('viewers') ?? 0 })}, {t('products.than', { rate: format.ratio(number('shop_conversion') ?? 0) })}</small>
          {adjusted !== null && adjusted <= SIGNIFICANT && <small className={styles.under}>▼ {t('products.under')}</small>}
        </dd>
      </div>
    </dl>
  );
}
