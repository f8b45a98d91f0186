import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useForecast } from '../../api/forecasts';
import cards from '../../components/Cards.module.css';
import { FilterBar } from '../../components/FilterBar';
import { MetricInfo } from '../../components/MetricInfo';
import { PageHead } from '../../components/PageHead';
import { useFormat } from '../../components/Shop';
import { useChoice } from '../../components/useChoice';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { NOTHING } from '../../lib/format';
import { AheadCard } from './AheadCard';
import { LifetimeCards } from './LifetimeCards';
import { ModelsCard } from './ModelsCard';
import { StrangeCard } from './StrangeCard';
import styles from './Forecast.module.css';

const metrics = ['revenue', 'orders', 'visitors', 'sessions'] as const;

/** What the next days will bring, how sure that is, which past days did not fit, and what the present buyers will still bring. */
export function ForecastPage() {
  const { t } = useTranslation();
  const words = useWords();
  const { filters } = useView();
  const [metric, choose] = useChoice('metric', metrics);
  const query = useForecast(metric, filters);
  return (
    <>
      <PageHead title={t('forecast.title')} subtitle={useSentence(query)} />
      <div className={styles.controls}>
        <SegmentedControl size="sm" aria-label={t('forecast.metric')} value={metric} onChange={(next) => choose(next as typeof metric)}
          data={metrics.map((name) => ({ value: name, label: words.metric(name) }))} />
        <MetricInfo metric={metric} />
        <FilterBar />
      </div>
      <div className={cards.page}>
        <AheadCard metric={metric} query={query} />
        <div className={cards.halves}><ModelsCard query={query} /><StrangeCard metric={metric} query={query} /></div>
        <LifetimeCards />
      </div>
    </>
  );
}

export type ForecastQuery = ReturnType<typeof useForecast>;

function useSentence({ data }: ForecastQuery): string {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  if (!data) return t('forecast.subtitle');
  const naive = data.scores.find(({ model }) => model === 'seasonal_naive');
  const best = data.scores[0];
  const write = (value: number) => format.unit(value, data.unit, true);
  const share = (value: number | null | undefined) => (typeof value === 'number' ? format.ratio(value, 0) : NOTHING);
  const { expected, low80, high80 } = data.total;
  const said = { metric: words.metric(data.metric as 'revenue'), total: write(expected), days: words.days(data.days.length), error: share(best?.wape), naive: share(naive?.wape) };
  if (typeof low80 !== 'number' || typeof high80 !== 'number') return t('forecast.findingPlain', said);
  return t('forecast.finding', { ...said, low: write(low80), high: write(high80) });
}
