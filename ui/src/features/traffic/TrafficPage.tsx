import { useTranslation } from 'react-i18next';
import cards from '../../components/Cards.module.css';
import { FigureStrip, useFigures } from '../../components/FigureStrip';
import { PageHead } from '../../components/PageHead';
import { useFormat } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { ViewControls } from '../../components/ViewControls';
import { change } from '../../lib/series';
import { AttributionCards } from './AttributionCards';
import { BotsCard } from './BotsCard';
import { CourseCard } from './CourseCard';
import { CountriesCard, DevicesCard, SourcesCard } from './PartCards';
import { GrowthCard } from './GrowthCard';
import { HoursCard } from './HoursCard';
import { NewcomersCard } from './NewcomersCard';
import { figures } from './useCourse';
import { WeekdaysCard } from './WeekdaysCard';
import { WeekendCard } from './WeekendCard';

/** Who comes, when, and from where. */
export function TrafficPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('traffic.title')} subtitle={useSentence()} />
      <ViewControls />
      <div className={cards.page}>
        <FigureStrip metrics={figures} />
        <div className={cards.halves}><CourseCard /><NewcomersCard /></div>
        <SourcesCard />
        <AttributionCards />
        <div className={cards.halves}><HoursCard /><WeekdaysCard /></div>
        <div className={cards.halves}><CountriesCard /><DevicesCard /></div>
        <div className={cards.thirds}><GrowthCard /><WeekendCard /><BotsCard /></div>
      </div>
    </>
  );
}

function useSentence(): string {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useView();
  const words = useWords();
  const { table } = useFigures(figures);
  const visitors = table?.number(0, 'visitors') ?? null;
  const sessions = table?.number(0, 'sessions') ?? null;
  if (visitors === null || sessions === null) return t('traffic.subtitle');
  const said = { visitors: format.count(visitors), sessions: format.count(sessions), days: words.days(view.count) };
  const moved = change(visitors, table?.number(0, 'visitors_previous'));
  return moved === null ? t('traffic.finding', said) : t('traffic.findingChange', { ...said, change: format.change(moved), than: words.than(view) });
}
