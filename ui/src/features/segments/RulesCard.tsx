import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { grades, useSegments, type Scheme } from './useSegments';
import { useSegmentName } from './useSegmentName';

/** The rule of each segment, in words. */
export function RulesCard({ scheme }: { scheme: Scheme }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useSegmentName(scheme);
  const { query, table } = useSegments(scheme, 'shares');
  const rows = Array.from({ length: table?.size ?? 0 }, (_, row) => {
    const segment = table?.text(row, 'segment') ?? null;
    const grade = grades.find((known) => known === segment && known !== 'no_order') as Exclude<(typeof grades)[number], 'no_order'> | undefined;
    if (scheme === 'rfm') return [name(segment), grade ? t(`segments.rfmRule.${grade}`) : ''];
    const least = table?.number(row, 'least_events') ?? 0;
    const most = table?.number(row, 'most_events') ?? null;
    return [name(segment), most === null ? t('segments.activityRuleLast', { from: format.count(least - 1) }) : t('segments.activityRule', { from: format.count(least), to: format.count(most) })];
  });
  return (
    <ChartCard title={t('segments.rules')} finding={t(scheme === 'rfm' ? 'segments.rulesRfmFinding' : 'segments.rulesActivityFinding')} asked={query} empty={false} height={300}
      note={scheme === 'rfm' ? t('segments.ruleNote') : undefined}
      table={{ columns: [{ key: 'segment', label: t('segments.segment') }, { key: 'rule', label: t('segments.rule') }], rows }} />
  );
}
