import { Button, Checkbox, Drawer, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { CardState } from '../../components/CardState';
import { useFormat } from '../../components/Shop';
import { Tone } from './Tone';
import { useAllow, useDecide, useFinding, type Finding } from './useSecurity';
import { useSecurityWords } from './words';
import styles from './Security.module.css';

/** One finding with its evidence; what somebody thinks of it is a key away. */
export function FindingDrawer({ id, mayAllow, onClose }: { id: string | null; mayAllow: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const asked = useFinding(id);
  return (
    <Drawer opened={id !== null} onClose={onClose} position="right" size="min(620px, 100vw)" title={t('security.one')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <CardState title={t('security.one')} asked={asked} empty={false} height={420}>
        {asked.data && <Opened key={asked.data.id} finding={asked.data} mayAllow={mayAllow} />}
      </CardState>
    </Drawer>
  );
}

function Opened({ finding, mayAllow }: { finding: Finding; mayAllow: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useSecurityWords();
  const log = finding.event_id;
  const lines: [string, ReactNode][] = [
    [t('security.target'), finding.target], [t('security.place'), finding.place], [t('security.rule'), finding.rule],
    [t('security.evidence'), <mark key="evidence" className={styles.evidence}>{finding.evidence}</mark>], [t('security.sample'), finding.sample],
    [t('security.address'), finding.address && `${finding.address} (${words.country(finding.country)})`], [t('security.user'), finding.user], [t('security.agent'), finding.agent],
    [t('security.asked'), finding.origin === 'product' ? t('security.origins.product') : t('security.origins.log', { service: finding.service ?? '–' })], [t('security.status'), finding.status],
    [t('security.when'), t('security.fromTo', { from: format.instant(finding.first_at ?? ''), to: format.instant(finding.last_at ?? '') })], [t('security.requests'), format.count(Number(finding.count))],
    [t('security.state'), finding.decided_by ? t('security.decided', { state: words.state(finding.state), name: finding.decided_by, time: format.instant(finding.decided_at ?? '') }) : words.state(finding.state)],
    [t('security.noteOf'), finding.note],
  ];
  return (
    <>
      <p className={styles.opened}><Tone severity={finding.severity} /> <strong>{words.kind(finding.kind)}</strong></p>
      <dl className={styles.fields}>
        {lines.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      {log && <p className={styles.note}><Link to="/logs/search" search={{ log } as never}>{t('security.showLog')}</Link></p>}
      <Decide finding={finding} />
      {mayAllow && <Allow finding={finding} />}
    </>
  );
}

function useFailed() {
  const { t } = useTranslation();
  return (error: unknown) => {
    notifications.show({ message: t('security.failed', { detail: asProblem(error).message }), color: 'red' });
  };
}

function Decide({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const words = useSecurityWords();
  const decide = useDecide();
  const failed = useFailed();
  const [note, setNote] = useState(finding.note ?? '');
  const say = async (state: string) => {
    try {
      await decide.mutateAsync({ id: finding.id!, state, note });
      notifications.show({ message: t('security.saved', { state: words.state(state) }), color: 'teal' });
    } catch (error) {
      failed(error);
    }
  };
  return (
    <section className={styles.section} aria-labelledby="decide-title">
      <h3 id="decide-title">{t('security.think')}</h3>
      <Textarea label={t('security.noteOf')} autosize minRows={1} maxLength={1000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <div className={styles.buttons}>
        <Button size="sm" loading={decide.isPending} onClick={() => void say('real')}>{t('security.sayReal')}</Button>
        <Button size="sm" variant="default" onClick={() => void say('false_alarm')}>{t('security.sayFalse')}</Button>
        {finding.state !== 'open' && <Button size="sm" variant="subtle" color="gray" onClick={() => void say('open')}>{t('security.sayOpen')}</Button>}
      </div>
    </section>
  );
}

/** Offers to allow just this: its rule at its place, and as much of the rest as is ticked. */
function Allow({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const allow = useAllow();
  const failed = useFailed();
  const path = (finding.target ?? '').split(' ').slice(1).join(' ');
  const [parts, setParts] = useState({ rule: true, path: true, place: true, address: false });
  const tick = (name: keyof typeof parts) => setParts({ ...parts, [name]: !parts[name] });
  const save = async () => {
    try {
      await allow.mutateAsync({
        kind: finding.kind, ...(parts.rule ? { rule: finding.rule } : {}), ...(parts.path ? { path } : {}), ...(parts.place ? { place: finding.place } : {}), ...(parts.address && finding.address ? { address: finding.address } : {}),
      });
      notifications.show({ message: t('security.allowSaved'), color: 'teal' });
    } catch (error) {
      failed(error);
    }
  };
  return (
    <section className={styles.section} aria-labelledby="allow-title">
      <h3 id="allow-title">{t('security.allow')}</h3>
      <p className={styles.note}>{t('security.allowHow')}</p>
      <Checkbox checked={parts.rule} onChange={() => tick('rule')} label={t('security.onlyRule', { rule: finding.rule })} mt={6} />
      <Checkbox checked={parts.path} onChange={() => tick('path')} label={t('security.onlyPath', { path })} mt={6} />
      <Checkbox checked={parts.place} onChange={() => tick('place')} label={t('security.onlyPlace', { place: finding.place })} mt={6} />
      {finding.address && <Checkbox checked={parts.address} onChange={() => tick('address')} label={t('security.onlyAddress', { address: finding.address })} mt={6} />}
      <div className={styles.buttons}><Button size="sm" variant="default" loading={allow.isPending} onClick={() => void save()}>{t('security.allowThis')}</Button></div>
    </section>
  );
}
