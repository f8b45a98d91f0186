import { IconFlask2 } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunningExperiment } from '../../api/client';
import { useRunningExperiments } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { effectsOption, type Effect } from './options';
import styles from './Home.module.css';

/** Below this probability the split between variants is not chance. */
const SPLIT_ALARM = 0.001;
const ROW_HEIGHT = 68;
const verdicts = { good: 'home.experimentUp', bad: 'home.experimentDown', open: 'home.experimentOpen' } as const;

/** What the running experiments change so far, with the interval around it. */
export function ExperimentsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const query = useRunningExperiments();
  const experiments = useMemo(() => query.data?.experiments ?? [], [query.data]);

  const effects = useMemo(
    () => experiments.map((experiment): Effect => {
      const { lift, low, high } = experiment;
      const tone = toneOf(experiment);
      const offSplit = (experiment.srm_p_value ?? 1) < SPLIT_ALARM;
      const verdict = low === null || high === null ? t('home.experimentTooEarly') : t(verdicts[tone]);
      return {
        name: experiment.name, lift, low, high, tone: offSplit ? 'open' : tone,
        state: `${t('home.experimentDay', { count: experiment.days })} · ${offSplit ? t('home.experimentSplit') : verdict}`,
        liftText: lift === null ? '' : format.change(lift),
        intervalText: low === null || high === null ? t('home.experimentTooEarly') : `${format.change(low)} … ${format.change(high)}`,
      };
    }),
    [experiments, t, format],
  );
  const words = useMemo(() => ({ lift: t('home.lift'), interval: t('home.interval') }), [t]);
  const option = useCallback(
    (narrow: boolean) => effectsOption({ tokens, narrow, effects, words, axis: (value) => format.changeShort(value) }),
    [tokens, effects, words, format],
  );
  const visitors = (experiment: RunningExperiment) => experiment.variants.reduce((all, variant) => all + variant.visitors, 0);
  return (
    <ChartCard
      title={t('home.experiments')}
      finding={t('home.experimentsFinding')}
      asked={query}
      empty={experiments.length === 0}
      height={Math.max(200, effects.length * ROW_HEIGHT + 40)}
      option={option}
      points={effects.map(({ name, liftText, intervalText, state }) => `${name}: ${liftText}, ${words.interval} ${intervalText}. ${state}`)}
      emptyState={<NoExperiments />}
      table={{
        columns: [
          { key: 'name', label: t('home.experiment') },
          { key: 'visitors', label: t('home.visitorsOf'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'lift', label: t('home.lift'), numeric: true, show: (value) => (typeof value === 'number' ? format.change(value) : '–') },
          { key: 'low', label: t('home.low'), numeric: true, show: (value) => (typeof value === 'number' ? format.change(value) : '–') },
          { key: 'high', label: t('home.high'), numeric: true, show: (value) => (typeof value === 'number' ? format.change(value) : '–') },
        ],
        rows: experiments.map((experiment) => [experiment.name, visitors(experiment), experiment.lift, experiment.low, experiment.high]),
      }}
    />
  );
}

/** Better or worse only when the whole interval says so. */
export function toneOf({ low, high }: Pick<RunningExperiment, 'low' | 'high'>): Effect['tone'] {
  if (low === null || high === null) return 'open';
  if (low > 0) return 'good';
  return high < 0 ? 'bad' : 'open';
}

function NoExperiments() {
  const { t } = useTranslation();
  return (
    <div className={styles.quiet}>
      <IconFlask2 size={22} aria-hidden />
      <strong>{t('home.experimentsNone')}</strong>
      <p>{t('home.experimentsNoneHow')}</p>
    </div>
  );
}
