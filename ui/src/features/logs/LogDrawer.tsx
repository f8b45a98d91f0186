import { ActionIcon, Drawer, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconFilterMinus, IconFilterPlus, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardState } from '../../components/CardState';
import { Level } from './ResultTable';
import { lineOf, text, type Log } from './types';
import { useOpenedLog } from './useLogs';
import { useLogTime } from './useLogTime';
import { condition } from './view';
import styles from './Logs.module.css';

interface Props {
  id: string | null;
  onOpen: (id: string | null) => void;
  onCondition: (written: string) => void;
}

/** All fields of one log and the lines that its service wrote around it. */
export function LogDrawer({ id, onOpen, onCondition }: Props) {
  const { t } = useTranslation();
  const asked = useOpenedLog(id);
  const opened = asked.data;
  return (
    <Drawer opened={id !== null} onClose={() => onOpen(null)} position="right" size="min(680px, 100vw)" title={t('logs.oneLog')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <CardState title={t('logs.oneLog')} asked={asked} empty={false} height={400}>
        {opened && <Opened source={opened.source as Log} before={(opened.before ?? []) as Log[]} after={(opened.after ?? []) as Log[]} onOpen={onOpen} onCondition={onCondition} />}
      </CardState>
    </Drawer>
  );
}

function Opened({ source, before, after, onOpen, onCondition }: { source: Log; before: Log[]; after: Log[]; onOpen: Props['onOpen']; onCondition: Props['onCondition'] }) {
  const { t } = useTranslation();
  const time = useLogTime();
  const trace = text(source, 'stack_trace');
  const fields = Object.keys(source).filter((field) => field !== 'stack_trace' && source[field] !== null);
  return (
    <>
      <p><Level level={text(source, 'level')} /> {lineOf(source)} <CopyLink /></p>
      {trace && <pre className={styles.trace} tabIndex={0} aria-label={t('logs.stackTrace')}>{trace}</pre>}
      <h3 className={styles.section}>{t('logs.fields')}</h3>
      <dl className={styles.fields}>
        {fields.map((field) => <FieldLine key={field} field={field} value={text(source, field) ?? ''} plain={typeof source[field] !== 'object'} onCondition={onCondition} />)}
      </dl>
      <h3 className={styles.section}>{t('logs.context', { service: text(source, 'service') ?? '–' })}</h3>
      <ol className={styles.context}>
        {[...before, source, ...after].map((log, index) => (
          <li key={text(log, 'id') ?? index} data-here={log === source}>
            <span>{time(text(log, 'timestamp') ?? '').split(' ').at(-1)}</span>
            <button type="button" aria-current={log === source ? 'true' : undefined} onClick={() => onOpen(text(log, 'id'))}>{lineOf(log)}</button>
          </li>
        ))}
      </ol>
    </>
  );
}

function FieldLine({ field, value, plain, onCondition }: { field: string; value: string; plain: boolean; onCondition: (written: string) => void }) {
  const { t } = useTranslation();
  const short = plain && value.length <= 200 && field !== 'timestamp' && field !== 'received_at';
  return (
    <>
      <dt>{field}</dt>
      <dd>{value}</dd>
      <dd className={styles.act}>
        {short && (
          <>
            <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('logs.only', { field, value })} onClick={() => onCondition(condition(field, value))}><IconFilterPlus size={15} /></ActionIcon>
            <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('logs.without', { field, value })} onClick={() => onCondition(condition(field, value, true))}><IconFilterMinus size={15} /></ActionIcon>
          </>
        )}
        <Copy value={value} label={t('logs.copyField', { field })} icon={<IconCopy size={15} />} />
      </dd>
    </>
  );
}

function CopyLink() {
  const { t } = useTranslation();
  return <Copy value={location.href} label={t('logs.copyLink')} icon={<IconLink size={15} />} />;
}

function Copy({ value, label, icon }: { value: string; label: string; icon: React.ReactNode }) {
  const [done, setDone] = useState(false);
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={26} aria-label={label} onClick={() => void navigator.clipboard.writeText(value).then(() => setDone(true), () => setDone(false))}>
        {done ? <IconCheck size={15} /> : icon}
      </ActionIcon>
    </Tooltip>
  );
}
