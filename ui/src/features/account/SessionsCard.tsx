import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEndSession, useSessions, type SessionForm } from '../../api/people';
import { asProblem } from '../../api/problem';
import { CardState } from '../../components/CardState';
import { useFormat } from '../../components/Shop';
import { useWords } from '../../components/useWords';
import styles from './Account.module.css';

/** Where one is signed in, with the means to end it. */
export function SessionsCard() {
  const { t } = useTranslation();
  const sessions = useSessions();
  const end = useEndSession();
  const list = sessions.data ?? [];
  const stop = (id: string | null) =>
    end.mutate(id, {
      onSuccess: () => notifications.show({ message: t(id === null ? 'people.sessions.othersEnded' : 'people.sessions.ended'), color: 'teal' }),
      onError: (error) => notifications.show({ message: t('people.failed', { detail: asProblem(error).message }), color: 'red' }),
    });
  return (
    <section className={styles.wide}>
      <div className={styles.headline}>
        <h2>{t('people.sessions.title')}</h2>
        {list.length > 1 && <Button size="compact-sm" variant="default" onClick={() => stop(null)}>{t('people.sessions.endOthers')}</Button>}
      </div>
      <CardState title={t('people.sessions.title')} asked={sessions} empty={false} height={120}>
        <ul className={styles.sessions}>
          {list.map((one) => <Session key={one.id} session={one} onEnd={() => stop(one.id)} />)}
        </ul>
      </CardState>
    </section>
  );
}

function Session({ session, onEnd }: { session: SessionForm; onEnd: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const known = [session.browser, session.system].filter((name) => name && name !== 'Other');
  const device = known.length === 2 ? t('people.sessions.device', { browser: known[0], system: known[1] }) : (known[0] ?? t('people.sessions.unknown'));
  const place = session.country ? `${words.value('country', session.country)} · ${session.address}` : session.address;
  return (
    <li>
      <IconDeviceDesktop size={20} aria-hidden />
      <div>
        <strong>{device}</strong>{session.current && <em>{t('people.sessions.current')}</em>}
        <small>{place}</small>
        <small>{t('people.sessions.times', { started: format.instant(session.started_at), seen: format.instant(session.last_seen_at) })}</small>
      </div>
      {!session.current && <Button variant="subtle" color="gray" size="compact-sm" onClick={onEnd} aria-label={t('people.sessions.endThis', { device })}>{t('people.sessions.end')}</Button>}
    </li>
  );
}
