import { Button } from '@mantine/core';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/queries';
import { Logo } from '../components/Logo';
import { useShop } from '../components/Shop';
import { LanguageMenu, SchemeMenu } from './Preferences';
import styles from './Shell.module.css';

/** The frame of pages that need no sign-in. */
export function Plain({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const { site } = useShop();
  const { pathname } = useLocation();
  const { status } = useSession();
  const inside = status === 'signed_in' || status === 'expired';
  return (
    <>
      <a href="#content" className={styles.skip}>{t('app.skip')}</a>
      <header className={styles.plainBar}>
        <Link to={inside ? '/' : '/welcome'} className={styles.brand}><Logo /><span><b>Vitrine</b><small>{site.shop_name}</small></span></Link>
        <div className={styles.tools}>
          <LanguageMenu />
          <SchemeMenu />
          {!inside && pathname !== '/sign-in' && <Button component={Link} to="/sign-in" variant="default">{t('landing.signIn')}</Button>}
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles.plain}>{children ?? <Outlet />}</main>
      <footer className={styles.plainFoot}>Vitrine · {t('app.version', { version: site.version })}</footer>
    </>
  );
}
