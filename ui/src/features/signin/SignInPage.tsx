import { Alert, Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconTerminal2 } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/queries';
import { session as own } from '../../api/session';
import { Logo } from '../../components/Logo';
import { useShop } from '../../components/Shop';
import { SignInForm } from './SignInForm';
import styles from './SignIn.module.css';

export function SignInPage() {
  const { t } = useTranslation();
  const { site } = useShop();
  const session = useSession();
  const navigate = useNavigate();
  const { next, came, problem } = useSearch({ strict: false }) as { next?: string; came?: string; problem?: string };
  const signedIn = session.status === 'signed_in';

  useEffect(() => {
    document.title = `${t('auth.title')} · ${site.shop_name} · Vitrine`;
  }, [t, site.shop_name]);
  useEffect(() => {
    // The provider's way back leaves a cookie; the session of it has to be taken up.
    if (came === 'provider') void own.start(true);
  }, [came]);
  useEffect(() => {
    // Only a path of our own: another address would let a link lead away after signing in.
    if (signedIn) void navigate({ href: next && /^\/(?![/\\])/.test(next) ? next : '/', replace: true });
  }, [signedIn, next, navigate]);

  return (
    <div className={styles.page}>
      <section className={styles.box} aria-labelledby="sign-in">
        <div className={styles.brand}><Logo size={40} /></div>
        <h1 id="sign-in">{t('auth.title')}</h1>
        <p className={styles.shop}>{t('auth.subtitle', { shop: site.shop_name })}</p>
        {problem && <Alert color="red" variant="light" role="alert" mb="md">{t(problem === 'oidc_no_role' || problem === 'account_absent' ? `auth.${problem}` : 'auth.providerFailed', { name: site.sign_in_provider ?? '' })}</Alert>}
        <SignInForm />
        {site.sign_in_provider && (
          <Button component="a" href={`/api/auth/oidc/start?next=${encodeURIComponent(next ?? '/')}`} variant="default" size="md" fullWidth mt="md">{t('auth.withProvider', { name: site.sign_in_provider })}</Button>
        )}
        {site.demo && <p className={styles.demo}><IconTerminal2 size={18} aria-hidden />{t('auth.demo')}</p>}
      </section>
      {site.registration_enabled && <Link to="/register" className={styles.about}>{t('auth.toRegister')}</Link>}
      <Link to="/welcome" className={styles.about}>{t('auth.toLanding')}</Link>
    </div>
  );
}
