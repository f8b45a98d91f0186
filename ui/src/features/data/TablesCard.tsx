import { IconEye } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DataTables } from '../../api/client';
import { CardState, type Asked } from '../../components/CardState';
import { useFormat, useMay } from '../../components/Shop';
import { useTableWords } from './useTableWords';
import styles from './Data.module.css';

/** The tables that the reader may open, those of single visitors and orders apart from those that only count. */
export function TablesCard({ asked, answer }: { asked: Asked; answer: DataTables | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const analyst = useMay('analyst');
  const tables = answer?.tables ?? [];
  const hidden = analyst ? [] : tables.filter(({ role }) => role !== 'viewer');
  return (
    <section className={styles.card} aria-labelledby="tables">
      <h2 id="tables">{t('data.tables')}</h2>
      <p className={styles.finding}>{answer === undefined ? '\u00a0' : t('data.tablesHow', { events: format.count(answer.events), size: format.bytes(answer.bytes) })}</p>
      {hidden.length > 0 && <p className={styles.notice}><IconEye size={16} aria-hidden />{t('data.viewerSees', { shown: tables.length - hidden.length, count: hidden.length })}</p>}
      <CardState title={t('data.tables')} asked={asked} empty={tables.length === 0} height={520}>
        <table className={styles.tables}>
          <thead>
            <tr>
              <th scope="col">{t('data.table')}</th><th scope="col" data-numeric>{t('data.rows')}</th><th scope="col" data-numeric>{t('data.columns')}</th>
            </tr>
          </thead>
          <Group title={t('data.counted')} tables={tables.filter(({ role }) => role === 'viewer')} />
          {analyst && <Group title={t('data.single')} tables={tables.filter(({ role }) => role !== 'viewer')} />}
        </table>
      </CardState>
    </section>
  );
}

function Group({ title, tables }: { title: string; tables: DataTables['tables'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useTableWords();
  if (tables.length === 0) return null;
  return (
    <tbody>
      <tr><th scope="rowgroup" colSpan={3} className={styles.groupHead}>{title}</th></tr>
      {tables.map(({ name, description, rows, columns }) => (
        <tr key={name}>
          <th scope="row">
            <Link to="." search={((before: Record<string, unknown>) => ({ ...before, table: name, page: undefined, import: undefined })) as never}><code>{name}</code></Link>
            <p>{words(description)}</p>
          </th>
          <td data-numeric data-label={t('data.rows')}>{format.count(rows)}</td>
          <td data-numeric data-label={t('data.columns')}>{format.count(columns.length)}</td>
        </tr>
      ))}
    </tbody>
  );
}
