import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLeave, useLeaving } from '../../api/boards';
import styles from './Boards.module.css';

/** The way out of a mailing: one press, no account, nothing else asked. */
export function UnsubscribePage() {
  const { t } = useTranslation();
  const { token } = useParams({ strict: false }) as { token: string };
  const leaving = useLeaving(token);
  const leave = useLeave(token);
  if (leaving.error) return <div className={styles.alone}><h1>{t('boards.unsubscribe.title')}</h1><p role="alert">{t('boards.unsubscribe.broken')}</p></div>;
  if (!leaving.data) return null;
  const { address, unsubscribed } = leaving.data;
  return (
    <div className={styles.alone}>
      <h1>{t('boards.unsubscribe.title')}</h1>
      <p role="status">{t(unsubscribed ? 'boards.unsubscribe.done' : 'boards.unsubscribe.text', { address })}</p>
      {!unsubscribed && <div><Button onClick={() => leave.mutate()} loading={leave.isPending}>{t('boards.unsubscribe.confirm')}</Button></div>}
    </div>
  );
}
