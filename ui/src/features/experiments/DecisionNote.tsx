import { useTranslation } from 'react-i18next';
import { useExperimentHistory, type Experiment } from '../../api/experiments';
import { useFormat } from '../../components/Shop';
import styles from './Experiments.module.css';

/** Acts that end the assigning of visitors. */
const overs: Partial<Record<Experiment['state'], 'stopped' | 'decided'>> = { stopped: 'stopped', decided: 'decided' };

/** What visitors get now where they are no longer assigned: who decided so, when and why. */
export function DecisionNote({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useExperimentHistory(experiment.key);
  const { state, enabled, winner } = experiment;
  const act = enabled ? overs[state] : 'switched_off';
  if (act === undefined) return null;
  const last = history.data?.changes.find((change) => change.act === act);
  return (
    <section className={styles.verdict} data-tone={act === 'decided' ? 'open' : 'warn'}>
      <h2>{t(`experiments.steps.now.${act}`, { variant: winner ?? experiment.variants[0]?.name ?? '' })}</h2>
      {last && <p>{t(last.note ? 'experiments.steps.sinceWhy' : 'experiments.steps.since', { at: format.instant(last.at), by: last.by, note: last.note ?? '' })}</p>}
    </section>
  );
}
