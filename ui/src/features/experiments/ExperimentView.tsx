import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useChangeExperiment, useExperimentHistory, useExperimentResult, type Act, type Experiment, type ExperimentResult } from '../../api/experiments';
import { asProblem } from '../../api/problem';
import { CardState } from '../../components/CardState';
import { ChartCard } from '../../components/ChartCard';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import type { Cell } from '../../lib/csv';
import { toneOf } from './verdicts';
import styles from './Experiments.module.css';

/** One experiment: what came of it, in words first. */
export function ExperimentView({ experiment, onBack }: { experiment: Experiment; onBack: () => void }) {
  const { t } = useTranslation();
  const result = useExperimentResult(experiment.key);
  return (
    <>
      <PageHead title={experiment.name} subtitle={experiment.hypothesis ?? t(`experiments.list.states.${experiment.enabled ? experiment.state : 'off'}`)}>
        <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>{t('experiments.list.all')}</Button>
        <Acts experiment={experiment} />
      </PageHead>
      {result.data ? <Verdict result={result.data} /> : <CardState title={experiment.name} asked={result} empty={false} height={120}>{null}</CardState>}
      {result.data && <ArmsCard asked={result} result={result.data} />}
      <HistoryCard experiment={experiment} />
    </>
  );
}

function Acts({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation();
  const may = useMay('analyst');
  const change = useChangeExperiment(experiment.key);
  const act = async (name: Act, more: { variant?: string; enabled?: boolean } = {}) => {
    try {
      await change.mutateAsync({ act: name, ...more });
    } catch (error) {
      notifications.show({ message: asProblem(error).message, color: 'red' });
    }
  };
  if (!may) return null;
  const { state, enabled } = experiment;
  return (
    <>
      {(state === 'draft' || state === 'stopped') && <Button onClick={() => act('start')}>{t('experiments.list.start')}</Button>}
      {state === 'running' && <Button variant="default" onClick={() => act('stop')}>{t('experiments.list.stop')}</Button>}
      {(state === 'running' || state === 'stopped') && experiment.variants.map(({ name }) => (
        <Button key={name} variant="default" onClick={() => act('decide', { variant: name })}>{t('experiments.list.decide', { variant: name })}</Button>
      ))}
      <Button variant="subtle" color={enabled ? 'red' : 'gray'} onClick={() => act('switch', { enabled: !enabled })}>{t(enabled ? 'experiments.list.kill' : 'experiments.list.revive')}</Button>
    </>
  );
}

function Verdict({ result }: { result: ExperimentResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tone = toneOf(result.verdict);
  return (
    <section className={styles.verdict} data-tone={tone} aria-live="polite">
      <h2>{t(`experiments.list.verdicts.${result.verdict as 'open'}`, { variant: result.best ?? '' })}</h2>
      <p>{t('experiments.list.since', { day: format.instant(result.since), days: t('period.days', { count: result.days }) })} {t(result.peeking ? 'experiments.list.peeking' : 'experiments.list.reached')}</p>
      {result.crossovers > 0 && <p>{t('experiments.list.crossovers', { count: result.crossovers })}</p>}
    </section>
  );
}

function ArmsCard({ asked, result }: { asked: Parameters<typeof ChartCard>[0]['asked']; result: ExperimentResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (value: Cell) => format.count(Number(value));
  const ratio = (value: Cell) => (typeof value === 'number' ? format.ratio(value, 2) : '–');
  const change = (value: Cell) => (typeof value === 'number' ? format.change(value) : '–');
  const visitors = result.arms.reduce((all, arm) => all + arm.visitors, 0);
  return (
    <ChartCard title={t('experiments.list.arms')} finding={t('experiments.list.armsFinding', { visitors: format.count(visitors), planned: result.planned_units === null ? '–' : format.count(result.planned_units) })} asked={asked} empty={false} height={260}
      note={t('experiments.list.armsHow')}
      table={{
        columns: [
          { key: 'variant', label: t('experiments.variant') }, { key: 'visitors', label: t('experiments.visitors'), numeric: true, show: count }, { key: 'converted', label: t('experiments.conversions'), numeric: true, show: count },
          { key: 'rate', label: t('experiments.rate'), numeric: true, show: ratio }, { key: 'lift', label: t('experiments.lift'), numeric: true, show: change }, { key: 'low', label: t('experiments.low'), numeric: true, show: change },
          { key: 'high', label: t('experiments.high'), numeric: true, show: change },
        ],
        rows: result.arms.map((arm) => {
          const compared = result.always?.comparisons.find(({ name }) => name === arm.variant);
          return [arm.variant, arm.visitors, arm.converted, arm.visitors === 0 ? null : arm.converted / arm.visitors, compared?.estimate ?? null, compared?.low ?? null, compared?.high ?? null];
        }),
      }} />
  );
}

function HistoryCard({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = useExperimentHistory(experiment.key);
  const changes = asked.data?.changes ?? [];
  return (
    <div style={{ marginTop: 16 }}>
      <ChartCard title={t('experiments.list.history')} finding={t('experiments.list.historyFinding', { count: changes.length })} asked={asked} empty={false} height={260}
        table={{
          columns: [
            { key: 'version', label: t('experiments.list.version'), numeric: true }, { key: 'act', label: t('experiments.list.act'), show: (value) => t(`experiments.list.acts.${value as 'started'}`) },
            { key: 'at', label: t('experiments.list.at'), show: (value) => format.instant(String(value)) }, { key: 'by', label: t('experiments.list.by') }, { key: 'note', label: t('experiments.list.note') },
          ],
          rows: changes.map((change) => [change.version, change.act, change.at, change.by, change.note]),
        }} />
    </div>
  );
}
