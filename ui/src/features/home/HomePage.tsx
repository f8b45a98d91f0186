import { useTranslation } from 'react-i18next';
import { useInsights } from '../../api/queries';
import { FunnelCard } from '../../components/FunnelCard';
import { PageHead } from '../../components/PageHead';
import { useFormat } from '../../components/Shop';
import { ParetoCard } from '../../components/ParetoCard';
import { ViewControls } from '../../components/ViewControls';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { change } from '../../lib/series';
import { Attention } from './Attention';
import { ChannelsCard } from './ChannelsCard';
import { ExperimentsCard } from './ExperimentsCard';
import { HeatmapCard } from './HeatmapCard';
import { KpiStrip } from './KpiStrip';
import { LiveCounter } from './LiveCounter';
import { MainChart } from './MainChart';
import { RatesCard } from './RatesCard';
import { TrafficCard } from './TrafficCard';
import { useTotals } from './useHome';
import { WeekdayCard } from './WeekdayCard';
import styles from './Home.module.css';

/** How the shop is doing, and what needs a decision. */
export function HomePage() {
  const { t } = useTranslation();
  const view = useView();
  const insights = useInsights(view.days.from, view.days.to, view.comparison);
  return (
    <>
      <PageHead title={t('home.title')} subtitle={useSentence()}>
        <LiveCounter />
      </PageHead>
      <ViewControls />
      <div className={styles.page}>
        <KpiStrip />
        <div className={styles.wide}><MainChart insights={insights.data?.insights ?? []} /><Attention query={insights} /></div>
        <div className={styles.halves}><FunnelCard /><ParetoCard /></div>
        <div className={styles.thirds}><TrafficCard /><RatesCard /><WeekdayCard /></div>
        <div className={styles.thirds}><ChannelsCard /><HeatmapCard /><ExperimentsCard /></div>
      </div>
    </>
  );
}

/** The answer of the page in one sentence. */
function useSentence(): string {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useView();
  const words = useWords();
  const { table } = useTotals();
  const revenue = table?.number(0, 'revenue') ?? null;
  const orders = table?.number(0, 'orders') ?? null;
  if (revenue === null || orders === null) return t('home.subtitle');
  const said = { revenue: format.moneyCompact(revenue), orders: format.count(orders), days: words.days(view.count) };
  const moved = change(revenue, table?.number(0, 'revenue_previous'));
  return moved === null ? t('home.finding', said) : t('home.findingChange', { ...said, change: format.change(moved), than: words.than(view) });
}
