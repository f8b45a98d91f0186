import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CardState } from '../../components/CardState';
import { useFormat } from '../../components/Shop';
import { useAllowed, useDisallow, type Allowed } from './useSecurity';
import { useSecurityWords } from './words';
import styles from './Security.module.css';

/** What is no attack here although a rule says so. */
export function AllowedCard({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useSecurityWords();
  const asked = useAllowed();
  const end = useDisallow();
  const entries = asked.data ?? [];
  const named = (entry: Allowed) => [entry.kind && words.kind(entry.kind), entry.rule, entry.path, entry.place, entry.address].filter(Boolean).join(' · ');
  return (
    <section className={styles.card} aria-labelledby="allowed-title">
      <header className={styles.head}><h2 id="allowed-title">{t('security.allowed')}</h2><p className={styles.note}>{t('security.allowedSaid', { count: entries.length })}</p></header>
      <CardState title={t('security.allowed')} asked={asked} empty={entries.length === 0} height={60} emptyState={<p className={styles.note}>{t('security.allowedNone')}</p>}>
        <ul className={styles.list}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <span>{named(entry)}<small>{t('security.allowedBy', { name: entry.made_by, time: format.instant(entry.made_at ?? '') })}</small></span>
              {mayChange && <Button size="compact-sm" variant="subtle" color="gray" aria-label={t('security.disallowThis', { what: named(entry) })} onClick={() => end.mutate(entry.id!)}>{t('security.disallow')}</Button>}
            </li>
          ))}
        </ul>
      </CardState>
    </section>
  );
}
