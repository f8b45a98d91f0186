import { Alert, Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, type Problem } from '../../api/problem';
import { session } from '../../api/session';
import { PasswordField } from '../../components/PasswordField';
import styles from './Account.module.css';

const SHORTEST = 12;

export function PasswordForm() {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { before: '', next: '', again: '' },
    validate: {
      before: (value) => (value ? null : t('auth.required')),
      next: (value, all) => {
        if (value.length < SHORTEST) return t('auth.passwordRule');
        return value === all.before ? t('auth.passwordSame') : null;
      },
      again: (value, all) => (value === all.next ? null : t('auth.passwordDiffers')),
    },
  });
  const submit = form.onSubmit(async ({ before, next }) => {
    setBusy(true);
    setProblem(null);
    try {
      await session.changePassword(before, next);
      form.reset();
      notifications.show({ message: t('auth.passwordChanged'), color: 'teal' });
    } catch (error) {
      const failed = asProblem(error);
      setProblem(failed);
      if (failed.code === 'wrong_password') form.setFieldError('before', t('auth.passwordWrong'));
    } finally {
      setBusy(false);
    }
  });
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      {problem && problem.code !== 'wrong_password' && (
        <Alert color="red" role="alert">{t('auth.passwordFailed', { detail: problem.message })}</Alert>
      )}
      <PasswordField label={t('auth.oldPassword')} autoComplete="current-password" key={form.key('before')} {...form.getInputProps('before')} />
      <PasswordField label={t('auth.newPassword')} description={t('auth.passwordRule')} autoComplete="new-password" key={form.key('next')} {...form.getInputProps('next')} />
      <PasswordField label={t('auth.repeatPassword')} autoComplete="new-password" key={form.key('again')} {...form.getInputProps('again')} />
      <Button type="submit" loading={busy}>{t('auth.passwordSubmit')}</Button>
    </form>
  );
}
