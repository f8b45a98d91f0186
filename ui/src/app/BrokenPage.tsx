import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Shell.module.css';

/** An error in the page itself; the frame around it stays. */
export function BrokenPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (
    <div className={styles.middle} role="alert">
      <h1>{t('error.broken')}</h1>
      <p>{t('error.brokenHow')}</p>
      <Button onClick={() => location.reload()}>{t('error.reload')}</Button>
      <pre tabIndex={0}>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>
    </div>
  );
}
