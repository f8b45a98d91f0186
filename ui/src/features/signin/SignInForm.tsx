import { Alert, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, type Problem } from '../../api/problem';
import { session } from '../../api/session';
import { PasswordField } from '../../components/PasswordField';
import styles from './SignIn.module.css';

/** User name, password and, where the account asks for it, a code. Says what went wrong and when trying again makes sense. */
export function SignInForm({ username = '', onDone }: { username?: string; onDone?: () => void }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [wait, setWait] = useCountdown();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { username, password: '', totp: '' },
    validate: {
      username: (value) => (value.trim() ? null : t('auth.required')),
      password: (value) => (value ? null : t('auth.required')),
    },
  });
  const withCode = problem?.code === 'totp_required' || problem?.code === 'bad_totp' || form.getValues().totp !== '';

  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    try {
      await session.signIn(values.username.trim(), values.password, values.totp || undefined);
      setProblem(null);
      onDone?.();
    } catch (error) {
      const failed = asProblem(error);
      setProblem(failed);
      if (failed.retryAfter !== null) setWait(failed.retryAfter);
    } finally {
      setBusy(false);
    }
  });

  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      {problem && (
        <Alert color="red" variant="light" icon={<IconAlertCircle size={18} />} role="alert" className={styles.alert}>
          <Explained problem={problem} wait={wait} />
        </Alert>
      )}
      <TextInput label={t('auth.username')} autoComplete="username" autoCapitalize="none" spellCheck={false} data-autofocus={!username || undefined}
        autoFocus={!username} key={form.key('username')} {...form.getInputProps('username')} />
      <PasswordField label={t('auth.password')} autoComplete="current-password" data-autofocus={Boolean(username) || undefined}
        autoFocus={Boolean(username)} key={form.key('password')} {...form.getInputProps('password')} />
      {withCode && (
        <TextInput label={t('auth.totp')} description={t('auth.totpHint')} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} maxLength={16} autoFocus
          key={form.key('totp')} {...form.getInputProps('totp')} />
      )}
      <Button type="submit" size="md" loading={busy} disabled={wait > 0}>{t('auth.submit')}</Button>
    </form>
  );
}

function Explained({ problem, wait }: { problem: Problem; wait: number }) {
  const { t, i18n } = useTranslation();
  const time = spoken(wait, i18n.language);
  if (problem.code === 'sign_in_delayed') return wait > 0 ? t('auth.sign_in_delayed', { time }) : t('auth.sign_in_delayedDone');
  if (problem.status === 429) return wait > 0 ? t('auth.too_many', { time }) : t('auth.sign_in_delayedDone');
  if (problem.code === 'wrong_credentials' || problem.code === 'totp_required' || problem.code === 'bad_totp' || problem.code === 'unreachable') return t(`auth.${problem.code}`);
  return t('auth.other', { detail: problem.message });
}

function spoken(seconds: number, language: string): string {
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** Seconds that run down to zero. */
function useCountdown(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return undefined;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return [seconds, setSeconds];
}
