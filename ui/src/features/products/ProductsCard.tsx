import { ActionIcon, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconChevronLeft, IconChevronRight, IconChevronsLeft, IconChevronsRight, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MetricName } from '../../api/client';
import type { Table } from '../../api/table';
import { CardState } from '../../components/CardState';
import { Change } from '../../components/Change';
import { MetricInfo } from '../../components/MetricInfo';
import { useFormat } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { change } from '../../lib/series';
import { groups, nameOf, PAGE_ROWS, useListing, useProducts, useTable } from './useProducts';
import styles from './Products.module.css';

const SIGNIFICANT = 0.05;
const metrics = ['views', 'add_to_carts', 'order_lines', 'units'] as const;

/** Every product with its figures: any group, found by name, in any order, page by page. */
export function ProductsCard() {
  const { t } = useTranslation();
  const listing = useListing();
  const query = useProducts({ ...listing, offset: (listing.page - 1) * PAGE_ROWS }, true);
  const table = useTable(query);
  const total = query.data?.meta.total ?? 0;
  const find = useDebouncedCallback((text: string) => listing.change({ find: text || undefined }), 250);
  return (
    <section className={styles.card} aria-labelledby="products-table">
      <h2 id="products-table">{t('products.table')}</h2>
      <p className={styles.how}>{t(`products.groupHow.${listing.group}`)} {t('products.conversionHow')}</p>
      <div className={styles.choices}>
        <SegmentedControl aria-label={t('products.groupLabel')} value={listing.group} onChange={(group) => listing.change({ group: group === 'all' ? undefined : group })}
          data={groups.map((group) => ({ value: group, label: t(`products.group.${group}`) }))} className={styles.groups} />
        <TextInput className={styles.find} aria-label={t('products.find')} placeholder={t('products.find')} leftSection={<IconSearch size={16} />} defaultValue={listing.find}
          onChange={(event) => find(event.currentTarget.value)} />
      </div>
      <CardState title={t('products.table')} asked={query} empty={false} height={560}>
        {table && table.size > 0 && (
          <div className={styles.frame} data-stale={query.isPlaceholderData} tabIndex={0} role="group" aria-label={t('products.table')}>
            <Rows table={table} />
          </div>
        )}
        {table && table.size === 0 && <div className={styles.none} role="status"><strong>{t('products.none')}</strong>{t('products.noneHow')}</div>}
        <Pager page={listing.page} total={total} onPage={(page) => listing.change({ page: page === 1 ? undefined : String(page) })} />
      </CardState>
    </section>
  );
}

function Rows({ table }: { table: Table }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const view = useView();
  return (
    <table className={styles.table}>
      <caption className="hidden-text">{t('products.table')}</caption>
      <thead>
        <tr>
          <Head column="product" label={t('field.product')} text />
          <Head column="revenue" label={words.metric('revenue')} metric="revenue" />
          {metrics.map((metric) => <Head key={metric} column={metric} label={words.metric(metric)} metric={metric} />)}
          <Head column="conversion" label={t('products.conversion')} />
          <Head column="price" label={t('products.price')} />
          <Head column="refunds" label={words.metric('refunds')} metric="refunds" />
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: table.size }, (_, row) => {
          const id = table.text(row, 'product') ?? '';
          const adjusted = table.number(row, 'adjusted_p_value');
          const conversion = table.number(row, 'conversion');
          const moved = change(table.number(row, 'revenue'), table.number(row, 'revenue_previous'));
          return (
            <tr key={id}>
              <td>
                <Link to={'/products/$product' as never} params={{ product: id } as never}>{nameOf(table, row)}</Link>
                <small>{[id, table.text(row, 'category')].filter((part) => part && part !== nameOf(table, row)).join(' · ')}</small>
              </td>
              <td data-numeric>{format.unit(table.number(row, 'revenue'), 'money')}{view.comparison !== 'none' && moved !== null && <small><Change value={moved} /></small>}</td>
              {metrics.map((metric) => <td key={metric} data-numeric>{format.unit(table.number(row, metric), 'count')}</td>)}
              <td data-numeric>
                {format.unit(conversion, 'ratio')}
                <small>{t('products.n', { count: table.number(row, 'viewers') ?? 0 })}</small>
                {conversion !== null && <small>{format.ratio(table.number(row, 'conversion_low') ?? 0)}–{format.ratio(table.number(row, 'conversion_high') ?? 0)}</small>}
                {adjusted !== null && adjusted <= SIGNIFICANT && <small className={styles.under}>▼ {t('products.belowShort')}</small>}
              </td>
              <td data-numeric>{format.unit(table.number(row, 'price'), 'money')}</td>
              <td data-numeric>{format.unit(table.number(row, 'refunds'), 'money')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Head({ column, label, metric, text = false }: { column: string; label: string; metric?: MetricName; text?: boolean }) {
  const { t } = useTranslation();
  const { sort, change: go } = useListing();
  const sorted = sort.column === column;
  const up = sorted && !sort.descending;
  const next = `${column}.${(sorted ? sort.descending : text) ? 'up' : 'down'}`;
  const direction = up ? 'ascending' : 'descending';
  return (
    <th scope="col" data-numeric={!text} aria-sort={sorted ? direction : 'none'}>
      <div className={styles.head}>
      <button type="button" className={styles.sorter} title={t('chart.sort', { column: label })} onClick={() => go({ sort: next })}>
        {label}
        {sorted && (up ? <IconArrowUp size={12} aria-hidden /> : <IconArrowDown size={12} aria-hidden />)}
      </button>
      {metric && <MetricInfo metric={metric} />}
      </div>
    </th>
  );
}

function Pager({ page, total, onPage }: { page: number; total: number; onPage: (page: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const last = Math.max(1, Math.ceil(total / PAGE_ROWS));
  const steps = [
    { name: 'first', icon: IconChevronsLeft, to: 1, on: page > 1 },
    { name: 'previous', icon: IconChevronLeft, to: Math.min(page - 1, last), on: page > 1 },
    { name: 'next', icon: IconChevronRight, to: page + 1, on: page < last },
    { name: 'last', icon: IconChevronsRight, to: last, on: page < last },
  ] as const;
  return (
    <nav className={styles.pager} aria-label={t('products.pages')}>
      {total > 0 && <p role="status">{t('products.range', { from: format.count((page - 1) * PAGE_ROWS + 1), to: format.count(Math.min(total, page * PAGE_ROWS)), total: format.count(total) })}</p>}
      {steps.map(({ name, icon: Icon, to, on }) => (
        <ActionIcon key={name} variant="default" size={32} disabled={!on} aria-label={t(`products.${name}`)} onClick={() => onPage(to)}><Icon size={16} /></ActionIcon>
      ))}
    </nav>
  );
}
