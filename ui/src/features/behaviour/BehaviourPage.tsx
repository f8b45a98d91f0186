import { useTranslation } from 'react-i18next';
import { BreakdownCard } from '../../components/BreakdownCard';
import cards from '../../components/Cards.module.css';
import { DistributionCard } from '../../components/DistributionCard';
import { FigureStrip, useFigures } from '../../components/FigureStrip';
import { FunnelCard } from '../../components/FunnelCard';
import { PageHead } from '../../components/PageHead';
import { useFormat } from '../../components/Shop';
import { ViewControls } from '../../components/ViewControls';
import { WaysCard } from '../../components/WaysCard';
import { ActionsCard } from './ActionsCard';
import { EngagementCard } from './EngagementCard';
import { figures } from './figures';
import { WeeksCard } from './WeeksCard';

const pageMetrics = ['sessions', 'bounce_rate', 'conversion_per_session'] as const;
const kindMetrics = ['sessions', 'events_per_session', 'session_duration', 'bounce_rate', 'conversion_per_session', 'aov'] as const;

/** What people do in the shop, and where they stop. */
export function BehaviourPage() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHead title={t('behaviour.title')} subtitle={useSentence()} />
      <ViewControls />
      <div className={cards.page}>
        <FigureStrip metrics={figures} />
        <div className={cards.halves}><EngagementCard /><FunnelCard /></div>
        <div className={cards.halves}>
          <DistributionCard quantity="session_depth" title={t('behaviour.depth')} how={t('behaviour.depthHow')} finding={(said) => t('behaviour.depthFinding', said)} />
          <DistributionCard quantity="session_duration" title={t('behaviour.duration')} how={t('behaviour.durationHow')} finding={(said) => t('behaviour.durationFinding', said)} />
        </div>
        <WaysCard label="types" />
        <WeeksCard />
        <ActionsCard />
        <div className={cards.halves}>
          <BreakdownCard title={t('behaviour.pages')} by="landing_page" metrics={pageMetrics} height={480}
            finding={({ name, share }) => t('behaviour.pagesFinding', { name, share: format.ratio(share, 0) })} />
          <div className={cards.chosen}>
            <BreakdownCard title={t('behaviour.kinds')} by="visitor_kind" metrics={kindMetrics} height={160}
              finding={({ name, share }) => t('behaviour.kindsFinding', { name, share: format.ratio(share, 0) })} />
            <BreakdownCard title={t('behaviour.segments')} by="segment" metrics={kindMetrics} height={240}
              finding={({ name, share }) => t('behaviour.segmentsFinding', { name, share: format.ratio(share, 0) })} />
          </div>
        </div>
      </div>
    </>
  );
}

function useSentence(): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { table } = useFigures(figures);
  const events = table?.number(0, 'events_per_session') ?? null;
  if (events === null) return t('behaviour.subtitle');
  return t('behaviour.finding', {
    events: format.count(events), duration: format.seconds(table?.number(0, 'session_duration') ?? 0), bounce: format.ratio(table?.number(0, 'bounce_rate') ?? 0),
  });
}
