import { Button } from '@mantine/core';
import { IconChartHistogram, IconFilterSearch, IconFlask2, IconLock, IconTrendingUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/queries';
import { useShop } from '../../components/Shop';
import styles from './Landing.module.css';
import { Window } from './Window';

const answers = [
  { key: 'shop', icon: IconChartHistogram },
  { key: 'why', icon: IconTrendingUp },
  { key: 'lose', icon: IconFilterSearch },
  { key: 'test', icon: IconFlask2 },
] as const;

/** What Vitrine is, for somebody who is not signed in. States only what the program does. */
export function LandingPage() {
  const { t } = useTranslation();
  const { site } = useShop();
  const signedIn = useSession().status === 'signed_in';
  useEffect(() => {
    document.title = `${site.shop_name} · Vitrine`;
  }, [site.shop_name]);
  return (
    <div className={styles.page}>
      <section className={styles.hero}>
        <div>
          <h1>{t('landing.title')}</h1>
          <p>{t('landing.lead', { shop: site.shop_name })}</p>
          <Button component={Link} to={signedIn ? '/' : '/sign-in'} size="md">{t(signedIn ? 'landing.open' : 'landing.signIn')}</Button>
        </div>
        <Window />
      </section>
      <section aria-labelledby="answers">
        <h2 id="answers">{t('landing.whatTitle')}</h2>
        <div className={styles.answers}>
          {answers.map(({ key, icon: Icon }) => (
            <article key={key}>
              <Icon size={22} aria-hidden />
              <h3>{t(`landing.${key}Title`)}</h3>
              <p>{t(`landing.${key}Text`)}</p>
            </article>
          ))}
        </div>
      </section>
      <section className={styles.how} aria-labelledby="how">
        <div>
          <h2 id="how">{t('landing.howTitle')}</h2>
          <ol>
            {(['how1', 'how2', 'how3'] as const).map((step, index) => <li key={step}><b>{index + 1}</b>{t(`landing.${step}`)}</li>)}
          </ol>
        </div>
        <aside>
          <IconLock size={22} aria-hidden />
          <h3>{t('landing.privacyTitle')}</h3>
          <p>{t('landing.privacyText')}</p>
        </aside>
      </section>
    </div>
  );
}
