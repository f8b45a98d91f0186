import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CardState } from '../../components/CardState';
import { useFormat } from '../../components/Shop';
import { useBlocks, useLift } from './useSecurity';
import styles from './Security.module.css';

/** Clients that have to wait because they asked for too much; absent where the server keeps no list of them. */
export function BlocksCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = useBlocks(true);
  const lift = useLift();
  const blocks = asked.data ?? [];
  if (asked.data === null) return null;
  return (
    <section className={styles.card} aria-labelledby="blocks-title">
      <header className={styles.head}><h2 id="blocks-title">{t('security.blocks')}</h2><p className={styles.note}>{t('security.blocksSaid', { count: blocks.length })}</p></header>
      <CardState title={t('security.blocks')} asked={asked} empty={blocks.length === 0} height={60} emptyState={<p className={styles.note}>{t('security.blocksNone')}</p>}>
        <ul className={styles.list}>
          {blocks.map((block) => (
            <li key={block.id}>
              <span><b>{block.client}</b> <small>{t('security.blocked', { budget: block.budget, refused: format.count(block.refused), until: format.instant(block.until) })}</small></span>
              <Button size="compact-sm" variant="subtle" color="gray" aria-label={t('security.liftThis', { client: block.client })} onClick={() => lift.mutate(block.id)}>{t('security.lift')}</Button>
            </li>
          ))}
        </ul>
      </CardState>
    </section>
  );
}
