import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExperimentResult } from '../../api/experiments';
import { ChartCard } from '../../components/ChartCard';
import { Choice } from '../../components/Choice';
import { Formula } from '../../components/Formula';
import { useFormat, useTokens } from '../../components/Shop';
import { usePValue } from '../../components/usePValue';
import type { Cell } from '../../lib/csv';
import { forestOption, type ForestRow } from './options';
import { useFigure } from './useFigure';
import { useOutcomeName } from './useOutcomeName';
import { liftOf, possible, sideOf, type Lift } from './verdicts';

type Asked = Parameters<typeof ChartCard>[0]['asked'];

/** More figures than this are drawn metric by metric. */
const MOST_AT_ONCE = 24;

/** Every metric and guardrail of every variant with its lift. */
export function ForestCard({ asked, result }: { asked: Asked; result: ExperimentResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pValue = usePValue();
  const tokens = useTokens();
  const name = useOutcomeName();
  const written = useFigure();
  const units = new Map(result.outcomes.map(({ outcome, unit }) => [outcome, unit]));
  const many = result.arms.length > 2;
  const { look, margin } = result.rule;
  const all = result.outcomes.flatMap((outcome) => outcome.comparisons.map((beside) => ({
    outcome, beside, lift: within(liftOf(beside, look), outcome.unit), label: many ? `${name(outcome.outcome, outcome.unit)} · ${beside.variant}` : name(outcome.outcome, outcome.unit),
  })));
  const metrics = result.outcomes.map(({ outcome }) => outcome);
  const [metric, setMetric] = useState(metrics[0] ?? '');
  const crowded = all.length > MOST_AT_ONCE && metrics.length > 1;
  const drawn = crowded ? all.filter(({ outcome }) => outcome.outcome === metric) : all;
  const rows: ForestRow[] = drawn.flatMap(({ outcome, beside, lift, label }) => (lift === null ? [] : [{
    name: crowded ? beside.variant : label, low: lift.low, estimate: lift.estimate, high: lift.high, tone: sideOf(lift, outcome.less_is_better),
    margin: edge(outcome.role, outcome.less_is_better, margin),
  }]));
  const told = all.flatMap(({ outcome, lift }) => (lift === null ? [] : [sideOf(lift, outcome.less_is_better)]));
  const standing = told.filter((tone) => tone !== 'open').length;
  const change = useCallback((value: number) => format.change(value), [format]);
  const tick = useCallback((value: number) => `${value > 0 ? '+' : ''}${format.axis(value, 'ratio')}`, [format]);
  const shown = (value: Cell) => (typeof value === 'number' ? format.change(value) : '–');
  const option = (narrow: boolean) => forestOption({
    tokens, narrow, rows, words: { lift: t('experiments.lift'), interval: t('experiments.result.interval'), margin: t('experiments.result.margin') }, write: change, tick,
  });
  const figure = (value: Cell, row: readonly Cell[]) => written(value, units.get(String(row[9])));
  return (
    <ChartCard title={t('experiments.result.forest')} finding={told.length === 0 ? t('experiments.result.forestNone') : t('experiments.result.forestFinding', { count: standing, all: told.length })} asked={asked} empty={result.visitors === 0} height={Math.max(180, (crowded ? 28 : 44) * rows.length + 40)}
      controls={crowded && told.length > 0 ? <Choice label={t('experiments.result.metric')} words={metrics} chosen={metric} choose={setMetric} name={(word) => name(word, units.get(word))} /> : undefined}
      {...(rows.length > 0 ? { option, points: rows.map((row) => `${row.name}: ${change(row.estimate)}, ${change(row.low)} … ${change(row.high)}`) } : {})}
      note={<Formula title={t('experiments.result.forest')} lines={[t('experiments.result.hows.corrected'), t('experiments.result.hows.ended'), ...result.outcomes.map(({ outcome, unit }) => `${name(outcome, unit)} = ${t(`experiments.formulas.${outcome as 'aov'}`)}`)]} />}
      table={{
        columns: [
          { key: 'metric', label: t('experiments.result.metric') }, { key: 'role', label: t('experiments.result.role'), show: (value) => t(`experiments.result.roles.${value as 'primary'}`) },
          { key: 'control', label: t('experiments.control'), numeric: true, show: figure }, { key: 'variant', label: t('experiments.variant'), numeric: true, show: figure },
          { key: 'lift', label: t('experiments.lift'), numeric: true, show: shown }, { key: 'low', label: t('experiments.low'), numeric: true, show: shown }, { key: 'high', label: t('experiments.high'), numeric: true, show: shown },
          { key: 'p', label: t('experiments.adjusted'), numeric: true, show: pValue },
          { key: 'chance', label: t('experiments.result.chance'), numeric: true, show: (value) => (typeof value === 'number' ? format.ratio(value, 0) : '–') },
          { key: 'code', label: t('experiments.result.code') },
          { key: 'state', label: t('experiments.result.state'), show: (value) => (value === null ? '–' : t(`experiments.result.states.${value as 'safe'}`)) },
        ],
        rows: all.map(({ outcome, beside, lift, label }) => [
          label, outcome.role, outcome.arms[0]?.figure ?? null, outcome.arms.find(({ variant }) => variant === beside.variant)?.figure ?? null,
          lift?.estimate ?? null, lift?.low ?? null, lift?.high ?? null, lift?.p ?? null, chance(beside.posterior?.chance_to_win, outcome.less_is_better), outcome.outcome, beside.state,
        ]),
      }} />
  );
}

function within(lift: Lift | null, unit: string): Lift | null {
  return lift && { ...lift, low: possible(lift.low, unit), high: possible(lift.high, unit) };
}

function chance(more: number | null | undefined, lessIsBetter: boolean): number | null {
  if (more === null || more === undefined) return null;
  return lessIsBetter ? 1 - more : more;
}

/** A value on the bad side of zero. */
function edge(role: string, lessIsBetter: boolean, margin: number): number | null {
  if (role !== 'guardrail') return null;
  return lessIsBetter ? margin : -margin;
}
