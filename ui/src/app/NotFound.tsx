import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Plain } from './Plain';
import styles from './Shell.module.css';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Plain>
      <div className={styles.middle}>
        <span className={styles.big} aria-hidden>404</span>
        <h1>{t('error.notFound')}</h1>
        <p>{t('error.notFoundHow')}</p>
        <Button component={Link} to="/">{t('error.toHome')}</Button>
      </div>
    </Plain>
  );
}
