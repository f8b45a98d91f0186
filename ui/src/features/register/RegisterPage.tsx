import { Alert, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegister } from '../../api/people';
import { asProblem } from '../../api/problem';
import { session } from '../../api/session';
import { Logo } from '../../components/Logo';
import { PasswordField } from '../../components/PasswordField';
import { useShop } from '../../components/Shop';
import styles from './Register.module.css';

const SHORTEST = 12;

/** An account for oneself, where the shop allows it. */
export function RegisterPage() {
  const { t } = useTranslation();
  const { site } = useShop();
  useEffect(() => {
    document.title = `${t('people.register.title')} · ${site.shop_name} · Vitrine`;
  }, [t, site.shop_name]);
  return (
    <div className={styles.page}>
      <section className={styles.box} aria-labelledby="register">
        <div className={styles.brand}><Logo size={40} /></div>
        <h1 id="register">{t('people.register.title')}</h1>
        <p className={styles.shop}>{t('people.register.subtitle', { shop: site.shop_name })}</p>
        {site.registration_enabled ? <RegisterForm /> : <p>{t('people.register.off')}</p>}
      </section>
      <Link to="/sign-in" className={styles.back}>{t('people.register.back')}</Link>
    </div>
  );
}

function RegisterForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const register = useRegister();
  const [failed, setFailed] = useState<string | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { username: '', email: '', password: '', again: '' },
    validate: {
      username: (value) => (/^[\p{L}\p{N}][\p{L}\p{N}._-]{1,63}$/u.test(value.trim()) ? null : t('people.register.badName')),
      email: (value) => (/^[^@\s]{1,64}@[^@\s]{1,189}$/.test(value.trim()) ? null : t('people.register.badEmail')),
      password: (value) => (value.length >= SHORTEST ? null : t('auth.passwordRule')),
      again: (value, all) => (value === all.password ? null : t('auth.passwordDiffers')),
    },
  });
  const submit = form.onSubmit(async ({ username, email, password }) => {
    setFailed(null);
    try {
      await register.mutateAsync({ username: username.trim(), email: email.trim(), password });
      await session.signIn(username.trim(), password);
      await navigate({ to: '/' });
    } catch (error) {
      const problem = asProblem(error);
      setFailed(problem.code === 'user_exists' ? t('people.register.exists') : t('people.failed', { detail: problem.message }));
    }
  });
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      {failed && <Alert color="red" role="alert">{failed}</Alert>}
      <TextInput label={t('auth.username')} autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus key={form.key('username')} {...form.getInputProps('username')} />
      <TextInput label={t('people.register.email')} type="email" autoComplete="email" key={form.key('email')} {...form.getInputProps('email')} />
      <PasswordField label={t('auth.password')} description={t('auth.passwordRule')} autoComplete="new-password" key={form.key('password')} {...form.getInputProps('password')} />
      <PasswordField label={t('auth.repeatPassword')} autoComplete="new-password" key={form.key('again')} {...form.getInputProps('again')} />
      <p className={styles.hint}>{t('people.register.hint')}</p>
      <Button type="submit" size="md" loading={register.isPending}>{t('people.register.submit')}</Button>
    </form>
  );
}
