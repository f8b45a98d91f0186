import { useTranslation } from 'react-i18next';
import type { Experiment, ExperimentHistory } from '../../api/experiments';
import { useFormat } from '../../components/Shop';
import { useOutcomeName } from './useOutcomeName';

type Changed = ExperimentHistory['changes'][number]['changed'][number];

const labels = {
  name: 'experiments.list.name', hypothesis: 'experiments.list.hypothesis', variants: 'experiments.list.variants', conditions: 'experiments.define.audience', rollout: 'experiments.list.rollout',
  group: 'experiments.define.group', group_from: 'experiments.define.groupFrom', group_to: 'experiments.define.groupEnd', holdout: 'experiments.define.holdout', holdout_share: 'experiments.define.holdoutShare',
  prerequisite: 'experiments.define.prerequisite', prerequisite_variant: 'experiments.define.prerequisiteVariant', metrics: 'experiments.define.metrics', guardrails: 'experiments.define.guardrails', planned_units: 'experiments.list.planned',
  'rule.look': 'experiments.define.look', 'rule.looks': 'experiments.define.looks', 'rule.confidence': 'experiments.confidence', 'rule.effect': 'experiments.define.effect', 'rule.margin': 'experiments.define.margin',
  'rule.days_before': 'experiments.define.daysBefore', 'rule.cap': 'experiments.define.cap',
} as const;
const shares = ['group_from', 'group_to', 'holdout_share', 'rule.confidence', 'rule.effect', 'rule.margin', 'rule.cap'];

/** What of a definition became what, as a person reads it. */
export function useChanged(): (changed: Changed) => string {
  const { t } = useTranslation();
  const value = useValue();
  return ({ member, before, after }) => `${member in labels ? t(labels[member as keyof typeof labels]) : member}: ${value(member, before)} → ${value(member, after)}`;
}

function useValue() {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useOutcomeName();
  return (member: string, value: unknown): string => {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return '–';
    if (member === 'rollout') return (value as Experiment['rollout']).map(({ at, share }) => (at === null ? format.ratio(share, 0) : `${format.instant(at)} ${format.ratio(share, 0)}`)).join(', ');
    if (member === 'variants') return (value as Experiment['variants']).map((one) => `${one.name} ${format.exact(one.share, 2)}${(one.value as unknown) === one.name ? '' : ` = ${JSON.stringify(one.value)}`}`).join(', ');
    if (member === 'conditions') return (value as Experiment['conditions']).map(({ attribute, op, values }) => `${attribute} ${t(`filter.ops.${op as 'is'}`)} ${values.join(', ')}`).join(', ');
    if (member === 'metrics' || member === 'guardrails') return (value as string[]).map((one) => name(one)).join(', ');
    if (member === 'rule.look') return t(`experiments.define.lookings.${value as 'fixed'}`);
    if (typeof value === 'number') return shares.includes(member) ? format.ratio(value, 1) : format.count(value);
    return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  };
}
