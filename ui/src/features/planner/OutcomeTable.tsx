import { useTranslation } from 'react-i18next';
import type { Simulation } from '../../api/experiments';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { usePValue } from '../../components/usePValue';
import type { Cell } from '../../lib/csv';
import { useScenarioName } from './parts';

/** Every scenario with what its test would find and what it would pay. */
export function OutcomeTable({ asked, simulation }: { asked: Parameters<typeof ChartCard>[0]['asked']; simulation: Simulation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useScenarioName();
  const ratio = (value: Cell) => (typeof value === 'number' ? format.ratio(value, 1) : '–');
  const change = (value: Cell) => (typeof value === 'number' ? format.changeShort(value) : '–');
  const money = (value: Cell) => (typeof value === 'number' ? format.moneyCompact(value) : '–');
  const days = (value: Cell) => (typeof value === 'number' ? format.count(value) : '–');
  const small = usePValue();
  const significant = simulation.scenarios.filter((outcome) => outcome.power >= 0.8).length;
  return (
    <ChartCard title={t('experiments.planner.outcomes')} finding={t('experiments.planner.outcomesFinding', { count: significant, all: simulation.scenarios.length, days: simulation.days })}
      asked={asked} empty={simulation.scenarios.length === 0} height={620} note={t('experiments.planner.outcomesHow')}
      table={{
        columns: [
          { key: 'id', label: t('experiments.planner.id') }, { key: 'name', label: t('experiments.planner.scenario') },
          { key: 'step', label: t('experiments.planner.step'), show: (value) => t(`experiments.planner.steps.${value as 'view_to_cart'}`) },
          { key: 'priority', label: t('experiments.planner.priority'), show: (value) => t(`experiments.planner.priorities.${value as 'high'}`) },
          { key: 'base', label: t('experiments.planner.now'), numeric: true, show: ratio }, { key: 'target', label: t('experiments.planner.then'), numeric: true, show: ratio },
          { key: 'lift', label: t('experiments.lift'), numeric: true, show: change }, { key: 'power', label: t('experiments.power'), numeric: true, show: ratio },
          { key: 'significant', label: t('experiments.planner.chanceSignificant'), numeric: true, show: ratio }, { key: 'p', label: t('experiments.pValue'), numeric: true, show: small },
          { key: 'needed', label: t('experiments.planner.daysNeeded'), numeric: true, show: days }, { key: 'impact', label: t('experiments.planner.impact'), numeric: true, show: money },
          { key: 'cost', label: t('experiments.planner.cost'), numeric: true, show: money }, { key: 'roi', label: t('experiments.planner.return'), numeric: true, show: change },
          { key: 'payback', label: t('experiments.planner.payback'), numeric: true, show: days },
        ],
        rows: simulation.scenarios.map((outcome) => [
          outcome.scenario.id, name(outcome.scenario), outcome.scenario.target_rate, outcome.scenario.priority, outcome.baseline_rate, outcome.target_rate, outcome.scenario.expected_lift, outcome.power,
          outcome.chance_significant, outcome.p_value, outcome.days_needed, outcome.yearly_impact, Number(outcome.scenario.cost), outcome.return_on_cost, outcome.payback_days,
        ]),
      }} />
  );
}
