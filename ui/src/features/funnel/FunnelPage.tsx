import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import { useView } from '../../components/useView';
import { ViewControls } from '../../components/ViewControls';
import cards from '../../components/Cards.module.css';
import { Editor } from './Editor';
import { PartsCard } from './PartsCard';
import { StepsCard, useTaken, worst } from './StepsCard';
import { TimesCard } from './TimesCard';
import { TrendCard } from './TrendCard';
import { useStepWords, useWay } from './useWay';
import { VisitorsCard } from './VisitorsCard';
import { optionsOf, writeSteps } from './way';

/** Where people leave on a way of any steps. */
export function FunnelPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useStepWords();
  const { asked } = useView();
  const { way, setWay } = useWay();
  const mayName = useMay('analyst');
  const query = useAnswer({ kind: 'Funnel', ...asked, funnel: optionsOf(way, 'steps') });
  const taken = useTaken(query, way);
  const loss = worst(taken);
  const first = taken[0]?.entered ?? 0;
  const subtitle = first > 0 && loss
    ? t('paths.funnel.finding', {
      share: format.unit(taken.at(-1)?.fromFirst, 'ratio'), count: format.count(first) as never, who: t(`paths.funnel.who.${way.entity}`), window: words.time(way.window), step: loss.label,
    })
    : t('paths.funnel.subtitle');
  return (
    <>
      <PageHead title={t('paths.funnel.title')} subtitle={subtitle} />
      <ViewControls />
      <div className={cards.page}>
        <StepsCard query={query} way={way} taken={taken} />
        <Editor key={writeSteps(way.steps) + way.order + way.entity + way.window} way={way} onCount={setWay} />
        <div className={cards.halves}><TimesCard way={way} /><TrendCard way={way} /></div>
        <PartsCard way={way} setBy={(by) => setWay({ ...way, by })} />
        {mayName && <VisitorsCard way={way} />}
      </div>
    </>
  );
}
