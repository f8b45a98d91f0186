import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { session } from '../api/session';
import { SecondFactorSetup } from '../features/account/SecondFactorSetup';
import styles from './Shell.module.css';

const nothing = () => undefined;

/** A second factor that the role asks for has to be there before anything else. */
export function ForcedSecondFactor() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const done = async () => {
    await session.refresh();
    await client.invalidateQueries();
  };
  return (
    <Modal opened onClose={nothing} title={t('people.factor.forced')} withCloseButton={false} closeOnClickOutside={false} closeOnEscape={false}>
      <p className={styles.dialog}>{t('people.factor.forcedWhy')}</p>
      <SecondFactorSetup onDone={() => void done()} />
      <button type="button" className={styles.other} onClick={() => void session.signOut()}>{t('app.signOut')}</button>
    </Modal>
  );
}
