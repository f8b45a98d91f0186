import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/PageHead';
import { useFormat } from '../../components/Shop';
import { ViewControls } from '../../components/ViewControls';
import { MovementCard } from './MovementCard';
import { RulesCard } from './RulesCard';
import { SavedCard } from './SavedCard';
import { SharesCard } from './SharesCard';
import { schemes, useScheme, useSegments, type Scheme } from './useSegments';
import { useSegmentName } from './useSegmentName';
import styles from './Segments.module.css';

/** Who the visitors are, by what they do and by what they buy. */
export function SegmentsPage() {
  const { t } = useTranslation();
  const [scheme, choose] = useScheme();
  return (
    <>
      <PageHead title={t('segments.title')} subtitle={useSentence(scheme)}>
        <SegmentedControl aria-label={t('segments.scheme')} value={scheme} onChange={(next) => choose(next as Scheme)} data={schemes.map((value) => ({ value, label: t(`segments.schemes.${value}`) }))} />
      </PageHead>
      <ViewControls />
      <div className={styles.page}>
        <div className={styles.halves}><SharesCard scheme={scheme} /><MovementCard scheme={scheme} /></div>
        <div className={styles.halves}><RulesCard scheme={scheme} /><SavedCard /></div>
      </div>
    </>
  );
}

function useSentence(scheme: Scheme): string {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useSegmentName(scheme);
  const { table } = useSegments(scheme, 'shares');
  const shares = table?.numbers('revenue_share').map((share) => share ?? 0) ?? [];
  const best = shares.indexOf(Math.max(...shares));
  if (table === null || best < 0 || !shares[best]) return t('segments.subtitle');
  const said = { name: name(table.text(best, 'segment')), visitors: format.ratio(table.number(best, 'visitor_share') ?? 0, 1), revenue: format.ratio(shares[best], 1) };
  return t(scheme === 'rfm' ? 'segments.answerRfm' : 'segments.answer', said);
}
