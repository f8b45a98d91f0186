import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useExperimentHistory, useExperimentResult, type Experiment, type ExperimentResult } from '../../api/experiments';
import { CardState } from '../../components/CardState';
import { ChartCard } from '../../components/ChartCard';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import { useWords } from '../../components/useWords';
import type { Cell } from '../../lib/csv';
import { Acts } from './Acts';
import { DefineExperiment } from './DefineExperiment';
import { CourseCard } from './CourseCard';
import { DecisionNote } from './DecisionNote';
import { ForestCard } from './ForestCard';
import { SegmentsCard } from './SegmentsCard';
import { useChanged } from './useChanged';
import { VerdictCard } from './VerdictCard';
import styles from './Experiments.module.css';

/** Who started what another program assigns. */
const ELSEWHERE = 'elsewhere';

/** One experiment: what came of it, in words first. */
export function ExperimentView({ experiment, others, onBack }: { experiment: Experiment; others: readonly Experiment[]; onBack: () => void }) {
  const { t } = useTranslation();
  const may = useMay('analyst');
  const [changing, setChanging] = useState(false);
  const result = useExperimentResult(experiment.key);
  return (
    <>
      <PageHead title={experiment.name} subtitle={experiment.hypothesis ?? t(`experiments.list.states.${experiment.enabled ? experiment.state : 'off'}`)}>
        <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>{t('experiments.list.all')}</Button>
        {may && <Button variant="default" onClick={() => setChanging(true)}>{t('experiments.define.edit')}</Button>}
        <Acts experiment={experiment} />
      </PageHead>
      <DecisionNote experiment={experiment} result={result.data} />
      {result.data ? <Outcome asked={result} result={result.data} /> : <CardState title={experiment.name} asked={result} empty={false} height={120}>{null}</CardState>}
      <HistoryCard experiment={experiment} />
      {changing && <DefineExperiment experiment={experiment} others={others} onClose={() => setChanging(false)} onDefined={() => setChanging(false)} />}
    </>
  );
}

function Outcome({ asked, result }: { asked: Parameters<typeof ChartCard>[0]['asked']; result: ExperimentResult }) {
  return (
    <>
      <VerdictCard result={result} />
      {result.split.alarm && <SplitCard asked={asked} result={result} />}
      {result.visitors > 0 && (
        <>
          <ForestCard asked={asked} result={result} />
          {result.course.length > 0 && <div className={styles.gap}><CourseCard asked={asked} result={result} /></div>}
          {result.looks.length > 0 && <LooksCard asked={asked} result={result} />}
          <div className={styles.gap}><SegmentsCard result={result} /></div>
        </>
      )}
    </>
  );
}

/** Where units were not split as planned. */
function SplitCard({ asked, result }: { asked: Parameters<typeof ChartCard>[0]['asked']; result: ExperimentResult }) {
  const { t } = useTranslation();
  const words = useWords();
  const format = useFormat();
  const first = result.split.broken[0];
  const finding = first === undefined
    ? t('experiments.result.brokenEverywhere')
    : t('experiments.result.brokenFinding', { dimension: t(`field.${first.dimension as 'device'}`), segment: words.value(first.dimension, first.segment) });
  const count = (value: Cell) => format.count(Number(value));
  return (
    <div className={styles.gap}>
      <ChartCard title={t('experiments.result.broken')} finding={finding} asked={asked} empty={false} height={220} note={t('experiments.result.brokenHow')}
        table={{
          columns: [
            { key: 'dimension', label: t('experiments.result.by'), show: (value) => (value === null ? t('experiments.result.everybody') : t(`field.${value as 'device'}`)) }, { key: 'segment', label: t('experiments.result.segment'), show: (value, row) => (row[0] === null ? '' : words.value(String(row[0]), value === null ? null : String(value))) },
            ...result.arms.flatMap(({ variant }) => [{ key: `n-${variant}`, label: variant, numeric: true, show: count }, { key: `e-${variant}`, label: t('experiments.result.expected', { variant }), numeric: true, show: count }]),
          ],
          rows: [
            [null, null, ...result.arms.flatMap(({ visitors, share }) => [visitors, result.visitors * share / result.arms.reduce((all, arm) => all + arm.share, 0)])],
            ...result.split.broken.map(({ dimension, segment, visitors, expected }) => [dimension, segment, ...visitors.flatMap((value, arm) => [value, expected[arm] ?? 0])]),
          ],
        }} />
    </div>
  );
}

/** The planned looks of a group sequential test. */
function LooksCard({ asked, result }: { asked: Parameters<typeof ChartCard>[0]['asked']; result: ExperimentResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reached = result.looks.filter(({ day }) => day !== null).length;
  const number = (value: Cell) => (typeof value === 'number' ? format.exact(value, 2) : '–');
  return (
    <div className={styles.gap}>
      <ChartCard title={t('experiments.result.looks')} finding={t('experiments.result.looksFinding', { reached, all: result.looks.length })} asked={asked} empty={false} height={240} note={t('experiments.result.looksHow')}
        table={{
          columns: [
            { key: 'look', label: t('experiments.result.look'), numeric: true }, { key: 'units', label: t('experiments.list.planned'), numeric: true, show: (value) => format.count(Number(value)) }, { key: 'variant', label: t('experiments.variant') },
            { key: 'day', label: t('experiments.simulations.day'), show: (value) => (value === null ? t('experiments.result.notYet') : format.day(String(value), 'long')) },
            { key: 'statistic', label: t('experiments.result.statistic'), numeric: true, show: number }, { key: 'bound', label: t('experiments.result.bound'), numeric: true, show: number },
            { key: 'crossed', label: t('experiments.result.passed'), show: (value) => t(value === 'yes' ? 'experiments.result.yes' : 'experiments.result.no') },
          ],
          rows: result.looks.map(({ look, units, variant, day, statistic, bound, crossed }) => [look, units, variant, day, statistic, bound, crossed ? 'yes' : 'no']),
        }} />
    </div>
  );
}

function HistoryCard({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = useExperimentHistory(experiment.key);
  const said = useChanged();
  const changes = asked.data?.changes ?? [];
  return (
    <div className={styles.gap}>
      <ChartCard title={t('experiments.list.history')} finding={t('experiments.list.historyFinding', { count: changes.length })} asked={asked} empty={false} height={260}
        table={{
          columns: [
            { key: 'version', label: t('experiments.list.version') }, { key: 'act', label: t('experiments.list.act'), show: (value) => t(`experiments.list.acts.${value as 'started'}`) },
            { key: 'at', label: t('experiments.list.at'), show: (value) => format.instant(String(value)) }, { key: 'by', label: t('experiments.list.by'), show: (value) => (value === ELSEWHERE ? t('experiments.steps.elsewhere') : String(value)) }, { key: 'changed', label: t('experiments.list.changed') }, { key: 'note', label: t('experiments.list.note') },
          ],
          rows: changes.map((change) => [change.version, change.act, change.at, change.by, change.changed.map(said).join('; '), change.note]),
        }} />
    </div>
  );
}
