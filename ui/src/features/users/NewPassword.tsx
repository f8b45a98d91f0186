import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyLine } from '../../components/CopyLine';
import styles from './Users.module.css';

/** A password that was just set; it is shown this once. */
export function NewPassword({ name, password, onDone }: { name: string; password: string; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.form}>
      <Alert color="yellow" icon={<IconAlertTriangle size={18} />} className={styles.once}>{t('people.users.passwordOnce', { name })}</Alert>
      <CopyLine text={password} label={t('auth.password')} />
      <div className={styles.buttons}><Button onClick={onDone}>{t('people.users.passwordTold')}</Button></div>
    </div>
  );
}
