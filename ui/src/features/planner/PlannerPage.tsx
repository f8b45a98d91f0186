import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSimulation, type Simulation } from '../../api/experiments';
import { CardState } from '../../components/CardState';
import { ChartCard } from '../../components/ChartCard';
import { PageHead } from '../../components/PageHead';
import { Refused } from '../../components/Refused';
import { useFormat, useMay, useTokens } from '../../components/Shop';
import { useInputs } from '../../components/useInputs';
import { EditScenarios } from './EditScenarios';
import { defaults, simulationOf } from './inputs';
import { impactOption, roadmapOption } from './options';
import { OutcomeTable } from './OutcomeTable';
import { NumberField, Simulated, useScenarioName } from './parts';
import styles from './Planner.module.css';

/** What would pay off first, simulated on the shop's own rates. */
export function PlannerPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useScenarioName();
  const may = useMay('analyst');
  const [inputs, change] = useInputs(defaults);
  const [editing, setEditing] = useState(false);
  const asked = useSimulation(useMemo(() => simulationOf(inputs), [inputs]));
  const simulation = asked.data;
  const first = simulation?.roadmap[0];
  const best = simulation?.scenarios.find(({ scenario }) => scenario.id === first?.id);
  const subtitle = first && best ? t('experiments.planner.subtitle', { name: name(best.scenario), impact: format.moneyCompact(first.impact_added), cost: format.moneyCompact(Number(best.scenario.cost)) }) : undefined;
  const form = { inputs, change };
  return (
    <>
      <PageHead title={t('experiments.planner.title')} subtitle={subtitle}>
        {may && <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>{t('experiments.planner.edit')}</Button>}
      </PageHead>
      {simulation && <Simulated from={format.day(simulation.baseline.from, 'long')} to={format.day(simulation.baseline.to, 'long')} />}
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <NumberField {...form} name="seed" label={t('experiments.planner.seed')} />
        <NumberField {...form} name="runs" label={t('experiments.planner.runs')} min={100} max={100000} />
        <NumberField {...form} name="doubt" label={t('experiments.planner.doubt')} suffix=" %" max={200} />
        <NumberField {...form} name="overlap" label={t('experiments.planner.overlap')} suffix=" %" max={100} />
        <NumberField {...form} name="budget" label={t('experiments.planner.budget')} />
      </form>
      {Boolean(asked.error) && <Refused error={asked.error} />}
      {simulation && <Results asked={asked} simulation={simulation} />}
      {!simulation && !asked.error && <CardState title={t('experiments.planner.title')} asked={asked} empty={false} height={400}>{null}</CardState>}
      {editing && <EditScenarios onClose={() => setEditing(false)} />}
    </>
  );
}

function Results({ asked, simulation }: { asked: Parameters<typeof ChartCard>[0]['asked']; simulation: Simulation }) {
  return (
    <>
      <div className={styles.grid}>
        <RoadmapCard asked={asked} simulation={simulation} />
        <ImpactCard asked={asked} simulation={simulation} />
      </div>
      <OutcomeTable asked={asked} simulation={simulation} />
    </>
  );
}

interface CardProps {
  asked: Parameters<typeof ChartCard>[0]['asked'];
  simulation: Simulation;
}

function RoadmapCard({ asked, simulation }: CardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const name = useScenarioName();
  const stages = simulation.roadmap.map((stage) => {
    const outcome = simulation.scenarios.find(({ scenario }) => scenario.id === stage.id)!;
    return { ...stage, name: name(outcome.scenario), alone: outcome.yearly_impact, cost: Number(outcome.scenario.cost) };
  });
  const bars = stages.map(({ rank, name: shown, impact_added: added, alone, cost }) => ({ name: `${rank}. ${shown}`, added, alone, cost }));
  const words = { added: t('experiments.planner.added'), lost: t('experiments.planner.overlapping'), cost: t('experiments.planner.cost') };
  const money = useCallback((value: number) => format.moneyCompact(value), [format]);
  const tick = useCallback((value: number) => format.axis(value, 'money'), [format]);
  const option = (narrow: boolean) => roadmapOption({ tokens, narrow, bars, words, money, tick });
  const last = stages.at(-1);
  const sum = stages.reduce((all, { alone }) => all + alone, 0);
  return (
    <ChartCard title={t('experiments.planner.roadmap')} asked={asked} empty={stages.length === 0} height={Math.max(160, 30 * stages.length + 40)} option={useStable(option)}
      finding={t('experiments.planner.roadmapFinding', { together: format.moneyCompact(last?.impact_so_far ?? 0), sum: format.moneyCompact(sum), cost: format.moneyCompact(last?.cost_so_far ?? 0) })}
      aside={t('experiments.planner.aYear')} legend={[{ label: words.added, color: tokens.fill }, { label: words.lost, color: tokens.rest }]}
      points={bars.map((bar) => `${bar.name}: ${words.added} ${money(bar.added)}, ${words.cost} ${money(bar.cost)}`)} note={t('experiments.planner.roadmapHow')}
      table={{
        columns: [
          { key: 'rank', label: t('experiments.planner.rank'), numeric: true }, { key: 'name', label: t('experiments.planner.scenario') },
          { key: 'alone', label: t('experiments.planner.alone'), numeric: true, show: (value) => money(Number(value)) }, { key: 'added', label: words.added, numeric: true, show: (value) => money(Number(value)) },
          { key: 'together', label: t('experiments.planner.soFar'), numeric: true, show: (value) => money(Number(value)) }, { key: 'cost', label: words.cost, numeric: true, show: (value) => money(Number(value)) },
          { key: 'week', label: t('experiments.planner.fromWeek'), numeric: true, show: (value) => value ?? '–' },
        ],
        rows: stages.map((stage) => [stage.rank, stage.name, stage.alone, stage.impact_added, stage.impact_so_far, stage.cost, stage.from_week]),
      }} />
  );
}

function ImpactCard({ asked, simulation }: CardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const name = useScenarioName();
  const ranges = simulation.scenarios.map((outcome) => ({ name: name(outcome.scenario), low: outcome.impact_low, middle: outcome.yearly_impact, high: outcome.impact_high, cost: Number(outcome.scenario.cost), chance: outcome.chance_to_pay }))
    .sort((one, other) => other.middle - one.middle);
  const words = { impact: t('experiments.planner.impact'), range: t('experiments.planner.range'), cost: t('experiments.planner.cost') };
  const money = useCallback((value: number) => format.moneyCompact(value), [format]);
  const tick = useCallback((value: number) => format.axis(value, 'money'), [format]);
  const option = (narrow: boolean) => impactOption({ tokens, narrow, ranges, words, money, tick });
  const sure = ranges.filter(({ chance }) => chance >= 0.9).length;
  return (
    <ChartCard title={t('experiments.planner.impactTitle')} asked={asked} empty={ranges.length === 0} height={Math.max(160, 30 * ranges.length + 40)} option={useStable(option)}
      finding={t('experiments.planner.impactFinding', { count: sure, all: ranges.length, runs: format.count(simulation.iterations) })} aside={t('experiments.planner.aYear')}
      legend={[{ label: words.impact, color: tokens.fill, shape: 'dot' }, { label: words.range, color: tokens.bar }, { label: words.cost, color: tokens.second, shape: 'line' }]}
      points={ranges.map((range) => `${range.name}: ${money(range.middle)} (${money(range.low)} … ${money(range.high)}), ${words.cost} ${money(range.cost)}`)} note={t('experiments.planner.impactHow')}
      table={{
        columns: [
          { key: 'name', label: t('experiments.planner.scenario') }, { key: 'low', label: t('experiments.low'), numeric: true, show: (value) => money(Number(value)) },
          { key: 'impact', label: words.impact, numeric: true, show: (value) => money(Number(value)) }, { key: 'high', label: t('experiments.high'), numeric: true, show: (value) => money(Number(value)) },
          { key: 'cost', label: words.cost, numeric: true, show: (value) => money(Number(value)) }, { key: 'pays', label: t('experiments.planner.chanceToPay'), numeric: true, show: (value) => format.ratio(Number(value), 0) },
        ],
        rows: ranges.map((range) => [range.name, range.low, range.middle, range.high, range.cost, range.chance]),
      }} />
  );
}

/** The option depends on plain values that are new at each render; it is drawn again when they differ. */
function useStable<T>(option: (narrow: boolean) => T): (narrow: boolean) => T {
  const text = JSON.stringify(option(false));
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useCallback(option, [text]);
}
