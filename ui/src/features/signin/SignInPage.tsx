import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconTerminal2 } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/queries';
import { Logo } from '../../components/Logo';
import { useShop } from '../../components/Shop';
import { SignInForm } from './SignInForm';
import styles from './SignIn.module.css';

export function SignInPage() {
  const { t } = useTranslation();
  const { site } = useShop();
  const session = useSession();
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false }) as { next?: string };
  const signedIn = session.status === 'signed_in';

  useEffect(() => {
    document.title = `${t('auth.title')} · ${site.shop_name} · Vitrine`;
  }, [t, site.shop_name]);
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
        <SignInForm />
        {site.demo && <p className={styles.demo}><IconTerminal2 size={18} aria-hidden />{t('auth.demo')}</p>}
      </section>
      {site.registration_enabled && <Link to="/register" className={styles.about}>{t('auth.toRegister')}</Link>}
      <Link to="/welcome" className={styles.about}>{t('auth.toLanding')}</Link>
    </div>
  );
}
