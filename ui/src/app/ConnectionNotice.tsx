import { useNetwork } from '@mantine/hooks';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../components/useLive';
import styles from './Shell.module.css';

/** Says that what is on the screen may be old, as soon as the connection is gone. */
export function ConnectionNotice() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  const { status } = useLive();
  if (online && status !== 'lost') return null;
  return (
    <div className={styles.notice} role="status">
      <IconPlugConnectedX size={18} aria-hidden />
      <span><b>{t('error.offline')}.</b> {t('error.offlineHow')}</span>
    </div>
  );
}
