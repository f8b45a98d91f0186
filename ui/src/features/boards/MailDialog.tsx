import { ActionIcon, Button, Modal, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMailings, useRemoveMailing, useSaveMailing, useSendMailing, type Dashboard, type Mailing, type WantedMailing } from '../../api/boards';
import { CardState } from '../../components/CardState';
import { useFormat } from '../../components/Shop';
import { languages } from '../../i18n';
import { done, failed } from './undo';
import styles from './Boards.module.css';

/** Who is sent this dashboard when, and how that went. */
export function MailDialog({ dashboard, onClose }: { dashboard: Dashboard; onClose: () => void }) {
  const { t } = useTranslation();
  const mailings = useMailings(dashboard.id);
  const [editing, setEditing] = useState<Mailing | 'new' | null>(null);
  const list = mailings.data?.mailings ?? [];
  return (
    <Modal opened onClose={onClose} size="lg" title={t('boards.mailTitle', { name: dashboard.name })} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <div className={styles.form}>
        <p className={styles.hint}>{t('boards.mailHow')}</p>
        {mailings.data?.ready === false && <p className={styles.misfit} role="status">{t('boards.mailOff')}</p>}
        <CardState title={t('boards.mail')} asked={mailings} empty={false} height={80}>
          {list.length === 0 && <p className={styles.hint}>{t('boards.mailNone')}</p>}
          <ul className={styles.list}>{list.map((mailing) => <MailingLine key={mailing.id} dashboard={dashboard.id} mailing={mailing} onEdit={() => setEditing(mailing)} />)}</ul>
        </CardState>
        {editing === null && <div><Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>{t('boards.mailNew')}</Button></div>}
        {editing !== null && <MailingForm key={editing === 'new' ? 'new' : editing.id} dashboard={dashboard.id} mailing={editing === 'new' ? null : editing} onEnd={() => setEditing(null)} />}
      </div>
    </Modal>
  );
}

const asWanted = ({ rhythm, weekday, hour, paused, recipients }: Mailing): WantedMailing => ({
  rhythm, weekday, hour, paused, recipients: recipients.map(({ address, language }) => ({ address, language })),
});

function MailingLine({ dashboard, mailing, onEdit }: { dashboard: string; mailing: Mailing; onEdit: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const save = useSaveMailing(dashboard);
  const remove = useRemoveMailing(dashboard);
  const send = useSendMailing(dashboard);
  const attempt = (work: Promise<unknown>) => void work.catch((error: unknown) => failed(t, error));
  const when = t(`boards.mailWhen.${mailing.rhythm as 'daily' | 'weekly'}`, { hour: format.hour(mailing.hour), weekday: format.weekday(mailing.weekday, 'long') });
  const sendNow = () => attempt(send.mutateAsync(mailing.id).then(({ recipients }) => done(t('boards.mailSent', { count: recipients }))));
  return (
    <li>
      <span>
        <b>{when}</b><br />
        {mailing.recipients.map(({ address, unsubscribed }) => (unsubscribed ? `${address} (${t('boards.unsubscribedMark')})` : address)).join(', ')}<br />
        <small>
          {mailing.paused ? t('boards.mailPaused') : t('boards.mailNext', { time: format.instant(mailing.next_at) })} · {mailing.last_sent_at ? t('boards.mailLast', { time: format.instant(mailing.last_sent_at) }) : t('boards.mailNever')}
        </small>
        {mailing.failures > 0 && <><br /><span className={styles.bad} role="alert">{t('boards.mailFailed', { count: mailing.failures, error: mailing.last_error, time: format.instant(mailing.retry_at) })}</span></>}
      </span>
      <span className={styles.row}>
        <Button variant="default" size="compact-sm" loading={send.isPending} onClick={sendNow}>{t('boards.mailNow')}</Button>
        <Button variant="subtle" size="compact-sm" onClick={onEdit}>{t('boards.open')}</Button>
        <Button variant="subtle" size="compact-sm" onClick={() => attempt(save.mutateAsync({ ...asWanted(mailing), paused: !mailing.paused, mailing: mailing.id }))}>{t(mailing.paused ? 'boards.mailResume' : 'boards.mailPause')}</Button>
        <ActionIcon variant="subtle" color="gray" aria-label={`${t('boards.remove')}: ${when}`} onClick={() => attempt(remove.mutateAsync(mailing.id))}><IconTrash size={16} /></ActionIcon>
      </span>
    </li>
  );
}

interface FormProps {
  dashboard: string;
  mailing: Mailing | null;
  onEnd: () => void;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const DAY = Array.from({ length: 24 }, (_, hour) => hour);

function MailingForm({ dashboard, mailing, onEnd }: FormProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const save = useSaveMailing(dashboard);
  const [rhythm, setRhythm] = useState(mailing?.rhythm ?? 'weekly');
  const [weekday, setWeekday] = useState(mailing?.weekday ?? 1);
  const [hour, setHour] = useState(mailing?.hour ?? 8);
  const [recipients, setRecipients] = useState(() => mailing?.recipients.map(({ address, language }) => ({ address, language })) ?? [{ address: '', language: i18n.language }]);
  const change = (index: number, part: Partial<(typeof recipients)[number]>) => setRecipients(recipients.map((one, other) => (other === index ? { ...one, ...part } : one)));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await save.mutateAsync({ rhythm, weekday, hour, paused: mailing?.paused ?? false, recipients: recipients.filter(({ address }) => address.trim() !== ''), ...(mailing ? { mailing: mailing.id } : {}) });
      onEnd();
    } catch (error) {
      failed(t, error);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <hr />
      <div className={styles.row}>
        <Select label={t('boards.rhythm')} allowDeselect={false} value={rhythm} onChange={(next) => setRhythm(next ?? 'weekly')} data={(['daily', 'weekly'] as const).map((value) => ({ value, label: t(`boards.rhythms.${value}`) }))} />
        {rhythm === 'weekly' && <Select label={t('boards.weekday')} allowDeselect={false} value={String(weekday)} onChange={(next) => setWeekday(Number(next))} data={WEEK.map((day) => ({ value: String(day), label: format.weekday(day, 'long') }))} />}
        <Select label={t('boards.hour')} allowDeselect={false} value={String(hour)} onChange={(next) => setHour(Number(next))} data={DAY.map((one) => ({ value: String(one), label: format.hour(one) }))} />
      </div>
      <h3>{t('boards.recipients')}</h3>
      {recipients.map((one, index) => (
        <div key={index} className={styles.recipient}>
          <TextInput type="email" aria-label={t('boards.recipient')} placeholder={t('boards.recipient')} value={one.address} onChange={(event) => change(index, { address: event.currentTarget.value })} />
          <Select aria-label={t('boards.language')} allowDeselect={false} value={one.language} onChange={(language) => change(index, { language: language ?? 'en' })} data={Object.entries(languages).map(([value, label]) => ({ value, label }))} />
          <ActionIcon variant="subtle" color="gray" aria-label={t('boards.removeRecipient', { address: one.address })} onClick={() => setRecipients(recipients.filter((_, other) => other !== index))}><IconTrash size={16} /></ActionIcon>
        </div>
      ))}
      <div><Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} />} onClick={() => setRecipients([...recipients, { address: '', language: i18n.language }])}>{t('boards.addRecipient')}</Button></div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onEnd}>{t('app.cancel')}</Button>
        <Button type="submit" loading={save.isPending} disabled={recipients.every(({ address }) => address.trim() === '')}>{t('boards.mailSave')}</Button>
      </div>
    </form>
  );
}
