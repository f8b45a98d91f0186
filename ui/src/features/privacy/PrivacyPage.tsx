import { Button, Modal, NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { asProblem, problemOf } from '../../api/problem';
import type { components } from '../../api/schema';
import { session } from '../../api/session';
import { CardState } from '../../components/CardState';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import { download } from '../../lib/csv';
import styles from './Privacy.module.css';

type Receipt = components['schemas']['PrivacyReceipt'];
type Hold = components['schemas']['LegalHold'];

const TYPES = ['transaction', 'error', 'user_behavior', 'performance', 'fraud', 'log'] as const;
const NEW_LINE = 10;

function useReceipts(enabled: boolean) {
  return useQuery({ queryKey: ['privacy', 'receipts'], queryFn: async ({ signal }) => body(await api.GET('/api/privacy/receipts', { params: { query: { limit: 200 } }, signal })).receipts ?? [], enabled });
}

function useHolds(enabled: boolean) {
  return useQuery({ queryKey: ['privacy', 'holds'], queryFn: async ({ signal }) => body(await api.GET('/api/privacy/holds', { signal })).holds ?? [], enabled });
}

/** Data of persons: handing out, erasing, age of logs, legal holds, and the receipts of all that. */
export function PrivacyPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('admin');
  const receipts = useReceipts(may);
  const holds = useHolds(may);
  if (!may) return <PageHead title={t('privacy.title')} subtitle={t('privacy.noRight')} />;
  const erased = (receipts.data ?? []).filter((receipt) => receipt.kind === 'erasure').length;
  const held = (holds.data ?? []).filter((hold) => !hold.ended_at).length;
  return (
    <>
      <PageHead title={t('privacy.title')} subtitle={receipts.data && holds.data ? t('privacy.subtitle', { erased: format.count(erased), holds: format.count(held) }) : '\u00a0'} />
      <div className={styles.cards}>
        <Person />
        <Retention />
        <Holds asked={holds} />
        <Receipts asked={receipts} />
      </div>
    </>
  );
}

function Person() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [person, setPerson] = useState({ user_id: '', visitor_id: '', email: '' });
  const [sure, setSure] = useState(false);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const named = Object.fromEntries(Object.entries(person).filter(([, name]) => name.trim() !== ''));
  const nobody = Object.keys(named).length === 0;
  const settle = async (work: () => Promise<string>) => {
    setSaid(null);
    setProblem(null);
    try {
      setSaid(await work());
    } catch (error) {
      setProblem(t('privacy.person.failed', { detail: asProblem(error).message }));
    }
    await client.invalidateQueries({ queryKey: ['privacy'] });
  };
  const handOut = useMutation({
    mutationFn: () => settle(async () => {
      const response = await session.fetch('/api/privacy/export', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(named) });
      if (!response.ok) throw await problemOf(response);
      const content = await response.blob();
      download('person.ndjson', content);
      const lines = new Uint8Array(await content.arrayBuffer()).reduce((count, sign) => count + (sign === NEW_LINE ? 1 : 0), 0);
      return t('privacy.person.exported', { shown: format.count(lines) });
    }),
  });
  const erase = useMutation({
    mutationFn: () => settle(async () => {
      const { counts = {} } = body(await api.POST('/api/privacy/erase', { body: named }));
      const shown = (name: string) => format.count(Number(counts[name] ?? 0));
      setSure(false);
      setPerson({ user_id: '', visitor_id: '', email: '' });
      return t('privacy.person.done', { events: shown('events'), logs: shown('logs'), records: shown('records'), files: shown('files'), orders: shown('orders_kept') });
    }),
    onSettled: () => { setSure(false); setTyped(''); },
  });
  const field = (name: keyof typeof person, label: string) => (
    <TextInput label={label} value={person[name]} onChange={(event) => setPerson({ ...person, [name]: event.currentTarget.value })} autoComplete="off" />
  );
  const word = t('privacy.person.word');
  return (
    <section className={styles.card}>
      <h2>{t('privacy.person.title')}</h2>
      <p className={styles.how}>{t('privacy.person.how')}</p>
      <div className={styles.fields}>
        {field('user_id', t('privacy.person.userId'))}
        {field('visitor_id', t('privacy.person.visitorId'))}
        {field('email', t('privacy.person.email'))}
      </div>
      <div className={styles.buttons}>
        <Button variant="default" disabled={nobody} loading={handOut.isPending} onClick={() => handOut.mutate()}>{t('privacy.person.export')}</Button>
        <Button color="red" disabled={nobody} onClick={() => setSure(true)}>{t('privacy.person.erase')}</Button>
      </div>
      {said && <p className={styles.said} role="status">{said}</p>}
      {problem && <p className={styles.error} role="alert">{problem}</p>}
      <Modal opened={sure} onClose={() => setSure(false)} title={t('privacy.person.sure')} closeButtonProps={{ 'aria-label': t('app.close') }}>
        <p className={styles.how}>{t('privacy.person.text')}</p>
        <TextInput label={t('privacy.person.type', { word })} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} data-autofocus />
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => setSure(false)}>{t('app.cancel')}</Button>
          <Button color="red" loading={erase.isPending} disabled={typed.trim().toLowerCase() !== word} onClick={() => erase.mutate()}>{t('privacy.person.sure')}</Button>
        </div>
      </Modal>
    </section>
  );
}

function Retention() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const asked = useQuery({ queryKey: ['privacy', 'retention'], queryFn: async ({ signal }) => body(await api.GET('/api/privacy/retention', { signal })).days ?? {} });
  const [changed, setChanged] = useState<Record<string, number | undefined> | null>(null);
  const days: Record<string, number | undefined> = changed ?? asked.data ?? {};
  const keep = useMutation({
    mutationFn: async () => {
      const wanted = Object.fromEntries(Object.entries(days).filter((entry): entry is [string, number] => entry[1] !== undefined));
      const { dropped = {} } = body(await api.PUT('/api/privacy/retention', { body: { days: wanted } }));
      await client.invalidateQueries({ queryKey: ['privacy'] });
      setChanged(null);
      return Object.values(dropped).reduce((sum, count) => sum + Number(count), 0);
    },
  });
  return (
    <section className={styles.card}>
      <h2>{t('privacy.retention.title')}</h2>
      <p className={styles.how}>{t('privacy.retention.how')}</p>
      <CardState title={t('privacy.retention.title')} asked={asked} empty={false} height={80}>
        <div className={styles.fields}>
          {TYPES.map((type) => (
            <NumberInput key={type} label={t('privacy.retention.days', { type: t(`privacy.retention.types.${type}`) })} min={1} max={36_500} allowDecimal={false} value={days[type] ?? ''}
              onChange={(value) => setChanged({ ...days, [type]: value === '' ? undefined : Number(value) })} />
          ))}
        </div>
        <div className={styles.buttons}>
          <Button disabled={changed === null} loading={keep.isPending} onClick={() => keep.mutate()}>{t('privacy.retention.save')}</Button>
        </div>
        {keep.data !== undefined && <p className={styles.said} role="status">{t('privacy.retention.saved', { shown: format.count(keep.data) })}</p>}
        {keep.error && <p className={styles.error} role="alert">{t('privacy.person.failed', { detail: asProblem(keep.error).message })}</p>}
      </CardState>
    </section>
  );
}

function Holds({ asked }: { asked: ReturnType<typeof useHolds> }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const holds = asked.data ?? [];
  const again = () => client.invalidateQueries({ queryKey: ['privacy'] });
  const begin = useMutation({
    mutationFn: async () => {
      body(await api.POST('/api/privacy/holds', { body: { reason } }));
      setReason('');
      await again();
    },
  });
  return (
    <section className={styles.card}>
      <h2>{t('privacy.holds.title')}</h2>
      <p className={styles.how}>{t('privacy.holds.how')}</p>
      <form onSubmit={(event) => { event.preventDefault(); begin.mutate(); }}>
        <TextInput label={t('privacy.holds.reason')} value={reason} maxLength={300} onChange={(event) => setReason(event.currentTarget.value)} />
        <div className={styles.buttons}><Button type="submit" variant="default" disabled={reason.trim() === ''} loading={begin.isPending}>{t('privacy.holds.begin')}</Button></div>
      </form>
      <CardState title={t('privacy.holds.title')} asked={asked} empty={holds.length === 0} height={60} emptyState={<p className={styles.said}>{t('privacy.holds.none')}</p>}>
        {holds.map((hold) => <HoldLine key={hold.id} hold={hold} onEnded={again} />)}
      </CardState>
    </section>
  );
}

function HoldLine({ hold, onEnded }: { hold: Hold; onEnded: () => Promise<void> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const end = useMutation({
    mutationFn: async () => {
      await api.DELETE('/api/privacy/holds/{id}', { params: { path: { id: hold.id! } } });
      await onEnded();
    },
  });
  const ended = Boolean(hold.ended_at);
  return (
    <div className={styles.line} data-ended={ended}>
      <span>
        <strong>{hold.reason}</strong>
        <small>{t('privacy.holds.since', { time: format.instant(hold.made_at ?? ''), name: hold.made_by })}{ended && <> · {t('privacy.holds.ended', { time: format.instant(hold.ended_at ?? ''), name: hold.ended_by })}</>}</small>
      </span>
      {!ended && <Button variant="default" size="xs" loading={end.isPending} aria-label={t('privacy.holds.endOf', { reason: hold.reason })} onClick={() => end.mutate()}>{t('privacy.holds.end')}</Button>}
    </div>
  );
}

function Receipts({ asked }: { asked: ReturnType<typeof useReceipts> }) {
  const { t } = useTranslation();
  const receipts = asked.data ?? [];
  return (
    <section className={styles.card}>
      <h2>{t('privacy.receipts.title')}</h2>
      <p className={styles.how}>{t('privacy.receipts.how')}</p>
      <CardState title={t('privacy.receipts.title')} asked={asked} empty={receipts.length === 0} height={100} emptyState={<p className={styles.said}>{t('privacy.receipts.none')}</p>}>
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('privacy.receipts.title')}>
          <table className={styles.table}>
            <thead><tr>{(['at', 'kind', 'by', 'counts'] as const).map((name) => <th key={name} scope="col">{t(`privacy.receipts.${name}`)}</th>)}</tr></thead>
            <tbody>{receipts.map((receipt) => <ReceiptRow key={receipt.id} receipt={receipt} />)}</tbody>
          </table>
        </div>
      </CardState>
    </section>
  );
}

function ReceiptRow({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = (receipt.kind ?? 'export') as 'export' | 'erasure' | 'retention';
  const all = Object.entries(receipt.counts ?? {});
  const some = all.filter(([, count]) => Number(count) > 0);
  const counts = (some.length > 0 ? some : all).map(([name, count]) =>
    kind === 'retention'
      ? t('privacy.receipts.ofType', { type: t(`privacy.retention.types.${name as (typeof TYPES)[number]}`), shown: format.count(Number(count)) })
      : t(`privacy.receipts.count.${name as 'events' | 'logs' | 'orders_kept' | 'files' | 'records'}`, { shown: format.count(Number(count)) }));
  return (
    <tr>
      <td>{format.instant(receipt.at ?? '')}</td>
      <td>{t(`privacy.receipts.kinds.${kind}`)}</td>
      <td>{receipt.asked_by}</td>
      <td>{counts.join(' · ')}</td>
    </tr>
  );
}
