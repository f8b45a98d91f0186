import { SegmentedControl, Select, type MantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/queries';
import { PageHead } from '../../components/PageHead';
import { useScheme } from '../../components/useScheme';
import { choose, languages, type Language } from '../../i18n';
import { PasswordForm } from './PasswordForm';
import { SecondFactorCard } from './SecondFactorCard';
import { SessionsCard } from './SessionsCard';
import styles from './Account.module.css';

export function AccountPage() {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const { colorScheme, setColorScheme } = useScheme();
  if (session.status !== 'signed_in' && session.status !== 'expired') return null;
  const { user } = session;
  const role = t(`account.roles.${user.role}`);
  return (
    <>
      <PageHead title={t('account.title')} subtitle={t('account.subtitle', { name: user.username, role })} />
      <div className={styles.grid}>
        <section className={styles.card}>
          <h2>{t('account.profile')}</h2>
          <dl>
            <dt>{t('account.username')}</dt><dd>{user.username}</dd>
            <dt>{t('account.email')}</dt><dd>{user.email ?? '–'}</dd>
            <dt>{t('account.role')}</dt><dd>{role}</dd>
          </dl>
          <h2>{t('account.preferences')}</h2>
          <p>{t('account.preferencesHint')}</p>
          <div className={styles.form}>
            <Select label={t('app.language')} value={i18n.language} allowDeselect={false} onChange={(next) => void choose(next as Language)}
              data={Object.entries(languages).map(([value, label]) => ({ value, label }))} />
            <div>
              <span className={styles.label} id="scheme">{t('app.scheme')}</span>
              <SegmentedControl fullWidth aria-labelledby="scheme" value={colorScheme} onChange={(next) => setColorScheme(next as MantineColorScheme)}
                data={[{ value: 'light', label: t('app.light') }, { value: 'dark', label: t('app.dark') }, { value: 'auto', label: t('app.system') }]} />
            </div>
          </div>
        </section>
        <section className={styles.card} id="password">
          <h2>{t('account.password')}</h2>
          <PasswordForm />
        </section>
        <SecondFactorCard />
        <SessionsCard />
      </div>
    </>
  );
}
