import { Select } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSimulation, type Simulation } from '../../api/experiments';
import { CardState } from '../../components/CardState';
import { ChartCard } from '../../components/ChartCard';
import { PageHead } from '../../components/PageHead';
import { Refused } from '../../components/Refused';
import { useFormat, useTokens } from '../../components/Shop';
import { useInputs } from '../../components/useInputs';
import { usePValue } from '../../components/usePValue';
import type { Cell } from '../../lib/csv';
import { defaults, simulationOf } from './inputs';
import { liftOption, pOption } from './options';
import { NumberField, Simulated, useScenarioName } from './parts';
import styles from './Planner.module.css';

/** A test of every scenario, day by day: when it would be decided, and what looking at it every day would do. */
export function SimulationsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useScenarioName();
  const [inputs, change] = useInputs(defaults);
  const asked = useSimulation(useMemo(() => simulationOf(inputs), [inputs]));
  const simulation = asked.data;
  const outcome = simulation?.scenarios.find(({ scenario }) => scenario.id === inputs.scenario) ?? simulation?.scenarios[0];
  const decided = simulation ? decisions(simulation) : 0;
  return (
    <>
      <PageHead title={t('experiments.simulations.title')} subtitle={simulation ? t('experiments.simulations.subtitle', { count: decided, all: simulation.scenarios.length, days: simulation.days }) : undefined} />
      {simulation && <Simulated from={format.day(simulation.baseline.from, 'long')} to={format.day(simulation.baseline.to, 'long')} />}
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        {simulation && outcome && (
          <Select className={styles.wide} label={t('experiments.planner.scenario')} value={outcome.scenario.id} allowDeselect={false} onChange={(scenario) => scenario && change({ scenario })} comboboxProps={{ withinPortal: false }}
            data={simulation.scenarios.map(({ scenario }) => ({ value: scenario.id, label: `${scenario.id} · ${name(scenario)}` }))} />
        )}
        <NumberField inputs={inputs} change={change} name="seed" label={t('experiments.planner.seed')} />
      </form>
      {Boolean(asked.error) && <Refused error={asked.error} />}
      {!simulation && !asked.error && <CardState title={t('experiments.simulations.title')} asked={asked} empty={false} height={400}>{null}</CardState>}
      {simulation && outcome && <Charts asked={asked} simulation={simulation} outcome={outcome} />}
      {simulation && <AllDays asked={asked} simulation={simulation} />}
    </>
  );
}

/** Scenarios whose always valid p value is under 5 % by the last day. */
export function decisions(simulation: Pick<Simulation, 'daily' | 'days'>): number {
  return simulation.daily.filter((day) => day.day === simulation.days && (day.always_valid_p_value ?? 1) < 0.05).length;
}

interface CardProps {
  asked: Parameters<typeof ChartCard>[0]['asked'];
  simulation: Simulation;
}

function Charts({ asked, simulation, outcome }: CardProps & { outcome: Simulation['scenarios'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const days = useMemo(() => simulation.daily.filter(({ id }) => id === outcome.scenario.id), [simulation, outcome]);
  const expected = outcome.target_rate / outcome.baseline_rate - 1;
  const ratio = useCallback((value: number) => format.changeShort(value), [format]);
  const liftWords = useMemo(() => ({ lift: t('experiments.simulations.measured'), interval: t('experiments.simulations.always'), expected: t('experiments.simulations.truth', { lift: format.changeShort(expected) }) }), [t, format, expected]);
  const lift = useCallback(() => liftOption({ tokens, days: days.map(({ day, lift: value, low, high }) => ({ day: String(day), value, low, high })), expected, words: liftWords, ratio }), [tokens, days, expected, liftWords, ratio]);
  const pValue = usePValue();
  const pWords = useMemo(() => ({ plain: t('experiments.simulations.plainP'), always: t('experiments.simulations.alwaysP'), level: '5 %' }), [t]);
  const p = useCallback(() => pOption({ tokens, days: days.map((day) => ({ day: String(day.day), plain: day.p_value, always: day.always_valid_p_value })), words: pWords, write: (value) => (value === 0 ? '0' : pValue(value)) }), [tokens, days, pWords, pValue]);
  const decided = days.find((day) => (day.always_valid_p_value ?? 1) < 0.05);
  const early = days.find((day) => (day.p_value ?? 1) < 0.05);
  const shown = (value: number | null) => (value === null ? '–' : ratio(value));
  return (
    <div className={styles.grid}>
      <ChartCard title={t('experiments.simulations.liftTitle')} asked={asked} empty={days.length === 0} height={280} option={lift} aside={t('experiments.simulations.dayAxis')}
        finding={decided ? t('experiments.simulations.decided', { day: decided.day, lift: shown(decided.lift) }) : t('experiments.simulations.undecided', { days: simulation.days })}
        legend={[{ label: liftWords.lift, color: tokens.fill, shape: 'line' }, { label: liftWords.interval, color: tokens.control, shape: 'dash' }]}
        points={days.map((day) => `${day.day}: ${shown(day.lift)} (${shown(day.low)} … ${shown(day.high)})`)}
        table={{
          columns: [{ key: 'day', label: t('experiments.simulations.day'), numeric: true }, ...(['lift', 'low', 'high'] as const).map((key) => ({ key, label: t(`experiments.${key}`), numeric: true, show: (value: Cell) => (typeof value === 'number' ? format.change(value) : '–') }))],
          rows: days.map((day) => [day.day, day.lift, day.low, day.high]),
        }} />
      <ChartCard title={t('experiments.simulations.pTitle')} asked={asked} empty={days.length === 0} height={280} option={p} aside={t('experiments.simulations.dayAxis')}
        finding={early ? t('experiments.simulations.peeking', { day: early.day }) : t('experiments.simulations.noPeeking')} note={t('experiments.simulations.pHow')}
        legend={[{ label: pWords.always, color: tokens.fill, shape: 'line' }, { label: pWords.plain, color: tokens.previous, shape: 'dash' }]}
        points={days.map((day) => `${day.day}: ${pValue(day.always_valid_p_value)}, ${pValue(day.p_value)}`)}
        table={{ columns: [{ key: 'day', label: t('experiments.simulations.day'), numeric: true }, { key: 'always', label: pWords.always, numeric: true, show: pValue }, { key: 'plain', label: pWords.plain, numeric: true, show: pValue }], rows: days.map((day) => [day.day, day.always_valid_p_value, day.p_value]) }} />
    </div>
  );
}

function AllDays({ asked, simulation }: CardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (value: Cell) => format.count(Number(value));
  const change = (value: Cell) => (typeof value === 'number' ? format.change(value) : '–');
  const small = usePValue();
  return (
    <ChartCard title={t('experiments.simulations.all')} finding={t('experiments.simulations.allFinding', { count: simulation.daily.length, seed: simulation.seed })} asked={asked} empty={simulation.daily.length === 0} height={420}
      table={{
        columns: [
          { key: 'id', label: t('experiments.planner.id') }, { key: 'day', label: t('experiments.simulations.day'), numeric: true },
          { key: 'ct', label: t('experiments.simulations.controlUnits'), numeric: true, show: count }, { key: 'ch', label: t('experiments.simulations.controlSuccesses'), numeric: true, show: count },
          { key: 'vt', label: t('experiments.simulations.variantUnits'), numeric: true, show: count }, { key: 'vh', label: t('experiments.simulations.variantSuccesses'), numeric: true, show: count },
          { key: 'lift', label: t('experiments.lift'), numeric: true, show: change }, { key: 'low', label: t('experiments.low'), numeric: true, show: change }, { key: 'high', label: t('experiments.high'), numeric: true, show: change },
          { key: 'always', label: t('experiments.simulations.alwaysP'), numeric: true, show: small }, { key: 'plain', label: t('experiments.simulations.plainP'), numeric: true, show: small },
        ],
        rows: simulation.daily.map((day) => [day.id, day.day, day.control_units, day.control_successes, day.variant_units, day.variant_successes, day.lift, day.low, day.high, day.always_valid_p_value, day.p_value]),
      }} />
  );
}
