import { useTranslation } from 'react-i18next';
import { useExperimentHistory, type Experiment, type ExperimentResult } from '../../api/experiments';
import { useFormat } from '../../components/Shop';
import { isUnproven } from './verdicts';
import styles from './Experiments.module.css';

/** Acts that end the assigning of visitors. */
const overs: Partial<Record<Experiment['state'], 'stopped' | 'decided'>> = { stopped: 'stopped', decided: 'decided' };

/** What visitors get now where they are no longer assigned: who decided so, when and why. */
export function DecisionNote({ experiment, result }: { experiment: Experiment; result: ExperimentResult | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useExperimentHistory(experiment.key);
  const { state, enabled, winner } = experiment;
  const act = enabled ? overs[state] : 'switched_off';
  if (act === undefined) return null;
  const last = history.data?.changes.find((change) => change.act === act);
  const unproven = act === 'decided' && result !== undefined && isUnproven(experiment, result);
  return (
    <section className={styles.verdict} data-tone={act === 'decided' && !unproven ? 'open' : 'warn'}>
      <h2>{t(`experiments.steps.now.${act}`, { variant: winner ?? experiment.variants[0]?.name ?? '' })}</h2>
      {last && <p>{t(last.note ? 'experiments.steps.sinceWhy' : 'experiments.steps.since', { at: format.instant(last.at), by: last.by, note: last.note ?? '' })}</p>}
      {unproven && <p role="note">{t('experiments.steps.unproven', { variant: winner ?? '' })}</p>}
    </section>
  );
}
