import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allActs, useActKinds, useActs, type AuditRecord, type WantedActs } from '../../api/people';
import { asProblem } from '../../api/problem';
import { CardState } from '../../components/CardState';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay, useShop } from '../../components/Shop';
import { download, fileName } from '../../lib/csv';
import { actsCsv, nameOf } from './acts';
import styles from './Audit.module.css';

const ALL = 'all';

/** Who did what that matters, the newest first. */
export function AuditPage() {
  const { t } = useTranslation();
  const may = useMay('admin');
  return may ? <Acts /> : <PageHead title={t('people.audit.title')} subtitle={t('people.audit.noRight')} />;
}

function Acts() {
  const { t, i18n } = useTranslation();
  const { site } = useShop();
  const [wanted, setWanted] = useState<WantedActs>({ act: '', q: '', from: '', to: '' });
  const [quiet] = useDebouncedValue(wanted, 250);
  /** Cursors of the pages before this one, so that one can go back. */
  const [cursors, setCursors] = useState<readonly (number | null)[]>([null]);
  const [busy, setBusy] = useState(false);
  const kinds = useActKinds(true);
  const acts = useActs(quiet, cursors.at(-1) ?? null, true);
  const list = acts.data?.acts ?? [];
  const total = acts.data?.total ?? 0;
  const narrow = (change: Partial<WantedActs>) => {
    setWanted({ ...wanted, ...change });
    setCursors([null]);
  };
  const nameOfAct = (act: string) => nameOf(act, (key) => (i18n.exists(key) ? t(key as never) : null));
  const save = async () => {
    setBusy(true);
    try {
      const content = actsCsv(await allActs(quiet));
      download(`${fileName(site.shop_name, 'audit')}.csv`, new Blob([content], { type: 'text/csv' }));
    } catch (error) {
      notifications.show({ message: t('people.failed', { detail: asProblem(error).message }), color: 'red' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <PageHead title={t('people.audit.title')} subtitle={acts.data ? t('people.audit.subtitle', { count: total }) : '\u00a0'}>
        <Button variant="default" leftSection={<IconDownload size={16} />} loading={busy} disabled={total === 0} onClick={() => void save()}>{t('people.audit.csv')}</Button>
      </PageHead>
      <div className={styles.filters}>
        <TextInput aria-label={t('people.audit.search')} placeholder={t('people.audit.search')} leftSection={<IconSearch size={16} />} value={wanted.q} onChange={(event) => narrow({ q: event.currentTarget.value })} />
        <Select aria-label={t('people.audit.act')} searchable value={wanted.act || ALL} allowDeselect={false} onChange={(next) => narrow({ act: next === ALL || next === null ? '' : next })}
          data={[{ value: ALL, label: t('people.audit.allActs') }, ...(kinds.data ?? []).map((value) => ({ value, label: nameOfAct(value) }))]} />
        <TextInput type="date" aria-label={t('people.audit.from')} value={wanted.from} max={wanted.to || undefined} onChange={(event) => narrow({ from: event.currentTarget.value })} />
        <TextInput type="date" aria-label={t('people.audit.to')} value={wanted.to} min={wanted.from || undefined} onChange={(event) => narrow({ to: event.currentTarget.value })} />
      </div>
      <div className={styles.card}>
        <CardState title={t('people.audit.title')} asked={acts} empty={list.length === 0} height={480} emptyState={<p className={styles.none}>{t('people.audit.empty')}</p>}>
          <ActTable acts={list} name={nameOfAct} />
        </CardState>
      </div>
      {(cursors.length > 1 || acts.data?.next_cursor) && (
        <nav className={styles.pager} aria-label={t('people.audit.pages')}>
          <Button variant="default" size="compact-sm" disabled={cursors.length === 1} onClick={() => setCursors(cursors.slice(0, -1))}>{t('people.audit.newer')}</Button>
          <Button variant="default" size="compact-sm" disabled={!acts.data?.next_cursor} onClick={() => setCursors([...cursors, acts.data?.next_cursor ?? null])}>{t('people.audit.older')}</Button>
        </nav>
      )}
    </>
  );
}

function ActTable({ acts, name }: { acts: readonly AuditRecord[]; name: (act: string) => string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('people.audit.title')}>
      <table className={styles.table}>
        <thead>
          <tr>{(['at', 'act', 'actor', 'subject', 'address', 'detail'] as const).map((column) => <th key={column} scope="col">{t(`people.audit.${column}`)}</th>)}</tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <tr key={act.number}>
              <td>{format.instant(act.at)}</td>
              <th scope="row">{name(act.act)}</th>
              <td data-name={t('people.audit.actor')} data-none={!act.actor || undefined}>{act.actor ?? '–'}</td>
              <td data-name={t('people.audit.subject')} data-none={!act.subject || undefined} className={styles.subject}>{act.subject ?? '–'}</td>
              <td data-name={t('people.audit.address')} data-none={!act.address || undefined}>{act.address ?? '–'}</td>
              <td data-name={t('people.audit.detail')} data-none={!act.detail || undefined} className={styles.detail}>{act.detail ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
