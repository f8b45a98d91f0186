import { Button, Drawer, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFile, type FraudCase, type FraudFile, type FraudIndicator } from '../../api/fraud';
import { CardState } from '../../components/CardState';
import { Formula } from '../../components/Formula';
import { useFormat } from '../../components/Shop';
import { Decided, Risk } from './Risk';
import { decisions, useDecide } from './useDecide';
import { useIndicatorWords } from './words';
import styles from './Fraud.module.css';

interface Props {
  id: string | undefined;
  open: (id: string | undefined) => void;
}

/** One payment: where its score comes from, what is known of it, and what shares something with it. */
export function CaseDrawer({ id, open }: Props) {
  const { t } = useTranslation();
  const asked = useFile(id);
  const title = t('fraud.oneCase', { id: id ?? '' });
  return (
    <Drawer opened={id !== undefined} onClose={() => open(undefined)} position="right" size="min(680px, 100vw)" title={title} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <CardState title={title} asked={asked} empty={false} height={420}>
        {asked.data && <Opened key={asked.data.payment.transaction_id} file={asked.data} open={open} />}
      </CardState>
    </Drawer>
  );
}

function Opened({ file, open }: { file: FraudFile; open: Props['open'] }) {
  const { t } = useTranslation();
  const { payment } = file;
  return (
    <>
      <p className={styles.lead}><Risk score={payment.fraud_score} risk={payment.risk} /> <Decided of={payment} /> <Formula title={t('fraud.points')} lines={[t('fraud.scoreHow')]} /></p>
      <Acts payment={payment} />
      <h3 className={styles.section}>{t('fraud.points')}</h3>
      <Points indicators={payment.indicators} />
      <h3 className={styles.section}>{t('fraud.facts')}</h3>
      <Facts payment={payment} />
      <Linked file={file} open={open} />
    </>
  );
}

function Acts({ payment }: { payment: FraudCase }) {
  const { t } = useTranslation();
  const { decide, reopen, take, busy } = useDecide();
  const [note, setNote] = useState('');
  const id = payment.transaction_id;
  if (payment.state === 'decided') return <Button variant="default" size="sm" loading={busy} onClick={() => reopen(id)}>{t('fraud.reopen')}</Button>;
  return (
    <div className={styles.acts}>
      <TextInput label={t('fraud.note')} placeholder={t('fraud.noteHint')} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} className={styles.find} />
      {decisions.map((decision) => <Button key={decision} size="sm" disabled={busy} variant={decision === 'fraud' ? 'filled' : 'default'} onClick={() => decide(id, decision, note.trim() || undefined)}>{t(`fraud.decision.${decision}`)}</Button>)}
      {payment.state !== 'assigned' && <Button size="sm" disabled={busy} variant="subtle" onClick={() => take(id)}>{t('fraud.take')}</Button>}
    </div>
  );
}

function Points({ indicators }: { indicators: readonly FraudIndicator[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useIndicatorWords();
  const most = Math.max(1, ...indicators.map(({ points }) => Math.abs(points)));
  if (indicators.length === 0) return <p className={styles.quiet}>{t('fraud.noPoints')}</p>;
  return (
    <ol className={styles.points}>
      {indicators.map((indicator) => (
        <li key={indicator.name}>
          <strong>{words.name(indicator.name)}</strong>
          <span>{t('fraud.pointsOf', { points: format.exact(indicator.points, 1) })}</span>
          <i aria-hidden data-against={indicator.points < 0} style={{ width: `${(Math.abs(indicator.points) / most) * 100}%` }} />
          <p>{words.why(indicator)}</p>
          {indicator.evidence.length > 0 && <small>{t('fraud.evidence', { ids: indicator.evidence.slice(-5).join(', ') })}</small>}
        </li>
      ))}
    </ol>
  );
}

function Facts({ payment }: { payment: FraudCase }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = {
    time: format.instant(payment.timestamp), amount: payment.amount === null ? null : format.moneyExact(payment.amount, payment.currency ?? undefined), status: payment.status, account: payment.user_id, card: payment.card,
    device: payment.device, ip: payment.ip, email: payment.email, countries: payment.countries.join(', '), assignee: payment.assignee,
    decided: payment.decided_at ? `${format.instant(payment.decided_at)} · ${payment.decided_by ?? ''}` : null, note: payment.note,
    rules: payment.rules_version === null ? null : t('fraud.version', { version: payment.rules_version }),
  } as const;
  return (
    <dl className={styles.facts}>
      {(Object.keys(facts) as (keyof typeof facts)[]).filter((name) => facts[name]).map((name) => <div key={name}><dt>{t(`fraud.fact.${name}`)}</dt><dd>{facts[name]}</dd></div>)}
    </dl>
  );
}

const links = ['user', 'card', 'device', 'address', 'email', 'delivery'] as const;

function Linked({ file, open }: { file: FraudFile; open: Props['open'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = file.linked.length;
  const by = (name: string) => {
    const known = links.find((one) => one === name);
    return known ? t(`fraud.link.${known}`) : name;
  };
  return (
    <>
      <h3 className={styles.section}>{t('fraud.linked')}</h3>
      <p className={styles.quiet}>{count === 0 ? t('fraud.notLinked') : t('fraud.linkedFinding', { count, shown: format.count(count) })}</p>
      <ol className={styles.linked}>
        {file.linked.map(({ payment, by: shared }) => (
          <li key={payment.transaction_id}>
            <Risk score={payment.fraud_score} risk={payment.risk} />
            <button type="button" onClick={() => open(payment.transaction_id)}>{payment.transaction_id}</button>
            <span>{format.instant(payment.timestamp)}</span>
            <small>{shared.map(by).join(', ')}</small>
          </li>
        ))}
      </ol>
    </>
  );
}
