import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Logo } from '../components/Logo';
import { useFormat, useShop } from '../components/Shop';
import { useLive } from '../components/useLive';
import { groups } from './pages';
import { usePages } from './usePages';
import styles from './Shell.module.css';

/** Shop name, pages by group, and what the data stand at. */
export function Nav({ onGo }: { onGo?: () => void }) {
  const { t } = useTranslation();
  const { site } = useShop();
  const { pathname } = useLocation();
  const pages = usePages();
  return (
    <nav className={styles.nav} aria-label={t('app.navigation')}>
      <Link to="/" className={styles.brand} onClick={onGo}><Logo /><span><b>Vitrine</b><small>{site.shop_name}</small></span></Link>
      <div className={styles.groups}>
        {groups.map((group) => {
          const own = pages.filter((page) => page.group === group);
          if (own.length === 0) return null;
          return (
            <section key={group} aria-labelledby={`nav-${group}`}>
              <h2 id={`nav-${group}`}>{t(`nav.${group}`)}</h2>
              <ul>
                {own.map(({ path, name, icon: Icon }) => (
                  <li key={path}>
                    <Link to={path} aria-current={pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)) ? 'page' : undefined} onClick={onGo}><Icon size={18} stroke={1.7} aria-hidden />{t(`nav.${name}`)}</Link>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <DataState />
    </nav>
  );
}

function DataState() {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, now } = useLive();
  return (
    <div className={styles.foot} data-live={status}>
      <i aria-hidden />
      <p>
        {now && t('live.asOf', { time: format.time(now.at) })}
        {!now && t('live.waiting')}
        <span>{now && (status === 'lost' ? t('live.lost') : t('live.rate', { rate: format.count(Math.round(now.events_per_second * 10) / 10) }))}</span>
      </p>
    </div>
  );
}
