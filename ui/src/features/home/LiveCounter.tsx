import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../components/useLive';
import styles from './Home.module.css';

export function LiveCounter() {
  const { t } = useTranslation();
  const { now, status } = useLive();
  if (now === null) return null;
  return (
    <Tooltip label={t('live.visitorsHint')}>
      <span className={styles.live} data-live={status} data-testid="visitors-now" tabIndex={0}><i aria-hidden />{t('live.visitors', { count: now.visitors })}</span>
    </Tooltip>
  );
}
