import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useExperimentSegments, type ExperimentResult } from '../../api/experiments';
import { ChartCard } from '../../components/ChartCard';
import { Choice } from '../../components/Choice';
import { Formula } from '../../components/Formula';
import { useFormat } from '../../components/Shop';
import { useWords } from '../../components/useWords';
import { usePValue } from '../../components/usePValue';
import type { Cell } from '../../lib/csv';
import { useFigure } from './useFigure';
import { useOutcomeName } from './useOutcomeName';

const DIMENSIONS = ['device', 'country', 'channel', 'visitor_kind'] as const;

/** The primary metric by where visitors were when they were exposed. */
export function SegmentsCard({ result }: { result: ExperimentResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pValue = usePValue();
  const name = useOutcomeName();
  const words = useWords();
  const written = useFigure();
  const [by, setBy] = useState<(typeof DIMENSIONS)[number]>('device');
  const asked = useExperimentSegments(result.key, by);
  const primary = result.outcomes[0];
  const shown = (value: Cell) => (typeof value === 'number' ? format.change(value) : '–');
  const figure = (value: Cell) => written(value, primary?.unit);
  const rows = (asked.data?.segments ?? []).flatMap(({ segment, arms, comparisons }) => comparisons.map(({ variant, comparison, scale }) => {
    const arm = arms.find((one) => one.variant === variant);
    const told = scale === 'absolute' ? null : comparison;
    return [segment, variant, arms[0]?.visitors ?? 0, arm?.visitors ?? 0, arms[0]?.figure ?? null, arm?.figure ?? null, told?.estimate ?? null, told?.low ?? null, told?.high ?? null, comparison?.adjusted_p_value ?? null];
  }));
  const standing = rows.filter((row) => typeof row[9] === 'number' && row[9] <= 1 - result.rule.confidence).length;
  return (
    <ChartCard title={t('experiments.result.segments')} finding={t('experiments.result.segmentsFinding', { count: standing, all: rows.length, metric: name(primary?.outcome ?? '', primary?.unit) })} asked={asked} empty={rows.length === 0} height={300}
      controls={<Choice label={t('experiments.result.by')} words={DIMENSIONS} chosen={by} choose={setBy} name={(word) => t(`field.${word}`)} />}
      note={<Formula title={t('experiments.result.segments')} lines={[t('experiments.result.hows.segments')]} />}
      table={{
        columns: [
          { key: 'segment', label: t(`field.${by}`), show: (value) => words.value(by, value === null ? null : String(value)) }, { key: 'variant', label: t('experiments.variant') },
          { key: 'controlVisitors', label: t('experiments.result.controlVisitors'), numeric: true, show: (value) => format.count(Number(value)) }, { key: 'visitors', label: t('experiments.visitors'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'control', label: t('experiments.control'), numeric: true, show: figure }, { key: 'figure', label: t('experiments.result.figure'), numeric: true, show: figure },
          { key: 'lift', label: t('experiments.lift'), numeric: true, show: shown }, { key: 'low', label: t('experiments.low'), numeric: true, show: shown }, { key: 'high', label: t('experiments.high'), numeric: true, show: shown },
          { key: 'p', label: t('experiments.adjusted'), numeric: true, show: pValue },
        ],
        rows,
      }} />
  );
}
