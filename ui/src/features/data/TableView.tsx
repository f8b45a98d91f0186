import { SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DataTable, Question } from '../../api/client';
import { useAnswer, useDataTables } from '../../api/queries';
import { CardState } from '../../components/CardState';
import { PageHead } from '../../components/PageHead';
import { PeriodPicker } from '../../components/PeriodPicker';
import { useFormat, useMay } from '../../components/Shop';
import { DownloadButtons } from './DownloadButtons';
import { Pager } from './Pager';
import { PreviewTable } from './PreviewTable';
import { useDataView } from './useDataView';
import { useTableWords } from './useTableWords';
import styles from './Data.module.css';

export const PAGE_ROWS = 50;

/** One table: its first rows, what its columns mean, and the whole of it as a file. */
export function TableView({ name }: { name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useTableWords();
  const tables = useDataTables();
  const analyst = useMay('analyst');
  const table = tables.data?.tables.find((known) => known.name === name);
  const may = table === undefined || table.role === 'viewer' || analyst;
  return (
    <>
      <Link to="." className={styles.back} search={((before: Record<string, unknown>) => ({ ...before, table: undefined, page: undefined, span: undefined })) as never}>
        <IconArrowLeft size={15} aria-hidden />{t('data.back')}
      </Link>
      <PageHead title={name} subtitle={table ? t('data.tableSubtitle', { rows: t('data.rowsCount', { count: table.rows, shown: format.count(table.rows) }), what: words(table.description) }) : '\u00a0'} />
      {tables.data && !table && <p className={styles.notice}>{t('data.unknown', { name })}</p>}
      {table && !may && <p className={styles.notice}><IconLock size={16} aria-hidden />{t('data.tableNeeds')}</p>}
      {!tables.data && <div className={styles.card}><CardState title={name} asked={tables} empty={false} height={600}>{null}</CardState></div>}
      {table && may && <Opened table={table} />}
    </>
  );
}

function Opened({ table }: { table: DataTable }) {
  const { t } = useTranslation();
  const view = useDataView();
  const analyst = useMay('analyst');
  const { days, page } = view;
  const span = days ? `&from=${days.from}&to=${days.to}` : '';
  const question: Question = {
    kind: 'Table', table: table.name as Question['table'], offset: (page - 1) * PAGE_ROWS, limit: PAGE_ROWS, period: days ? { ...days } as Question['period'] : undefined,
  };
  const answer = useAnswer(question);
  const total = answer.data?.meta.total ?? 0;
  const path = (format: string) => `/api/data/tables/${table.name}/export?format=${format}${span}`;
  return (
    <>
      <div className={styles.controls}>
        <SegmentedControl aria-label={t('data.span')} value={days ? 'period' : 'whole'} onChange={(next) => view.setWhole(next === 'whole')}
          data={[{ value: 'whole', label: t('data.whole') }, { value: 'period', label: t('data.period') }]} />
        {days && <PeriodPicker />}
        {analyst && <DownloadButtons files={[{ name: 'csv', label: 'CSV', path: path('csv') }, { name: 'parquet', label: 'Parquet', path: path('parquet') }]} />}
        {!analyst && <p className={styles.quiet}><IconLock size={14} aria-hidden /> {t('data.downloadNeeds')}</p>}
      </div>
      <section className={styles.card} aria-labelledby="preview">
        <h2 id="preview">{t('data.preview')}</h2>
        <CardState title={t('data.preview')} asked={answer} empty={total === 0} height={560}>
          {answer.data && <PreviewTable table={table} answer={answer.data} stale={answer.isPlaceholderData} />}
          <Pager page={page} size={PAGE_ROWS} total={total} onPage={view.setPage} />
        </CardState>
      </section>
      <Columns table={table} />
    </>
  );
}

function Columns({ table }: { table: DataTable }) {
  const { t } = useTranslation();
  const words = useTableWords();
  return (
    <section className={styles.card} aria-labelledby="columns">
      <h2 id="columns">{t('data.columnsTitle')}</h2>
      <table className={styles.meanings}>
        <thead><tr>{(['column', 'meaning', 'type'] as const).map((head) => <th key={head} scope="col">{t(`data.head.${head}`)}</th>)}</tr></thead>
        <tbody>
          {table.columns.map(({ name, type, unit, meaning }) => (
            <tr key={name} id={`column-${name}`}>
              <th scope="row"><code>{name}</code></th>
              <td>{words(meaning)}</td>
              <td>{type === 'decimal' && unit ? t(`data.unit.${unit}` as 'data.unit.count', { defaultValue: unit }) : t(`data.type.${type}` as 'data.type.text', { defaultValue: type })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
