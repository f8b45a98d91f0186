import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { session, type User } from '../api/session';
import { PasswordForm } from '../features/account/PasswordForm';
import { SignInForm } from '../features/signin/SignInForm';
import styles from './Shell.module.css';

const nothing = () => undefined;

/** The session ended while a page was open: signing in again goes on where it stood. */
export function SignInAgain({ user }: { user: User }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const other = async () => {
    await session.signOut();
    await navigate({ to: '/sign-in' });
  };
  return (
    <Modal opened onClose={nothing} title={t('auth.expired')} withCloseButton={false} closeOnClickOutside={false} closeOnEscape={false}>
      <p className={styles.dialog}>{t('auth.expiredHow')}</p>
      <SignInForm username={user.username} onDone={() => void client.invalidateQueries()} />
      <button type="button" className={styles.other} onClick={() => void other()}>{t('auth.otherAccount')}</button>
    </Modal>
  );
}

/** A password that somebody else set has to be replaced before anything else. */
export function ForcedPassword() {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={nothing} title={t('auth.forced')} withCloseButton={false} closeOnClickOutside={false} closeOnEscape={false}>
      <p className={styles.dialog}>{t('auth.forcedWhy')}</p>
      <PasswordForm />
      <button type="button" className={styles.other} onClick={() => void session.signOut()}>{t('app.signOut')}</button>
    </Modal>
  );
}
