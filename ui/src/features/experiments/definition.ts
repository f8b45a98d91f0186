import type { Experiment, ExperimentEdit, OutcomeBaseline, PlanRequest } from '../../api/experiments';

/** What the shop's code is given for each variant; of one type for all of them. */
export const valueTypes = ['name', 'boolean', 'string', 'number', 'object'] as const;
export type ValueType = (typeof valueTypes)[number];

/** What the form holds: percents as people type them, texts for lists; null where a number is missing. */
export interface Definition {
  key: string;
  name: string;
  hypothesis: string;
  /** The values as texts of their type. */
  variants: { name: string; share: number | null; value: string }[];
  valueType: ValueType;
  conditions: { attribute: string; op: string; values: string[] }[];
  metrics: string[];
  guardrails: string[];
  look: string;
  looks: number | null;
  confidence: number | null;
  effect: number | null;
  margin: number | null;
  daysBefore: number | null;
  cap: number;
  planned: number | null;
  /** The first step has no time: it holds from the start. */
  rollout: { at: string | null; share: number | null }[];
  group: string;
  groupFrom: number | null;
  groupTo: number | null;
  holdout: string;
  holdoutShare: number | null;
  prerequisite: string;
  prerequisiteVariant: string;
}

/** What an experiment can be judged by; the server says no to any other. */
export const outcomes = [
  'conversion_per_visitor', 'revenue_per_visitor', 'aov', 'orders', 'order_lines', 'units', 'gross_revenue', 'refunds', 'cancelled_orders', 'sessions', 'events', 'page_views', 'views', 'add_to_carts', 'checkouts',
  'conversion_per_session', 'conversion_per_event', 'view_to_cart', 'view_to_purchase', 'cart_to_purchase', 'cart_abandonment', 'bounce_rate', 'events_per_session', 'session_duration', 'errors', 'error_rate', 'response_time_p95',
] as const;
export const operations = ['is', 'is_not', 'contains', 'starts_with', 'exists', 'greater', 'less'] as const;
export const lookings = ['always_valid', 'group_sequential', 'fixed'] as const;

export const fresh: Definition = {
  key: '', name: '', hypothesis: '', variants: [{ name: 'control', share: 50, value: '' }, { name: 'variant', share: 50, value: '' }], valueType: 'name', conditions: [],
  metrics: ['conversion_per_visitor', 'revenue_per_visitor'], guardrails: ['bounce_rate'], look: 'always_valid', looks: 5, confidence: 95, effect: 5, margin: 5, daysBefore: 28, cap: 99, planned: null,
  rollout: [{ at: null, share: 100 }], group: '', groupFrom: 0, groupTo: 100, holdout: '', holdoutShare: 5, prerequisite: '', prerequisiteVariant: '',
};

/** An experiment as the form shows it. */
export function definitionOf(experiment: Experiment): Definition {
  const { rule } = experiment;
  return {
    key: experiment.key, name: experiment.name, hypothesis: experiment.hypothesis ?? '',
    variants: experiment.variants.map(({ name, share, value }) => ({ name, share, value: textOf(value) })), valueType: typeOf(experiment.variants), conditions: experiment.conditions.map(({ attribute, op, values }) => ({ attribute, op, values })),
    metrics: experiment.metrics, guardrails: experiment.guardrails, look: rule.look, looks: rule.looks, confidence: percent(rule.confidence), effect: percent(rule.effect), margin: percent(rule.margin), daysBefore: rule.days_before, cap: percent(rule.cap),
    planned: experiment.planned_units, rollout: experiment.rollout.map(({ at, share }) => ({ at, share: percent(share) })), group: experiment.group ?? '', groupFrom: percent(experiment.group_from), groupTo: percent(experiment.group_to),
    holdout: experiment.holdout ?? '', holdoutShare: percent(experiment.holdout_share), prerequisite: experiment.prerequisite ?? '', prerequisiteVariant: experiment.prerequisite_variant ?? '',
  };
}

/** As it is sent; what is not filled in is left to the server. */
export function editOf(form: Definition): ExperimentEdit {
  return {
    name: form.name || form.key, hypothesis: form.hypothesis || null,
    variants: form.variants.map(({ name, share, value }) => ({ name, share, value: (form.valueType === 'name' ? name : valueOf(value, form.valueType)) as never })),
    conditions: form.conditions.map(({ attribute, op, values }) => ({ attribute, op, values: op === 'exists' ? [] : values })),
    metrics: form.metrics, guardrails: form.guardrails, planned_units: form.planned,
    rule: { look: form.look, looks: form.looks, confidence: shareOf(form.confidence), effect: shareOf(form.effect), margin: shareOf(form.margin), days_before: form.daysBefore, cap: shareOf(form.cap) },
    rollout: form.rollout.map(({ at, share }) => ({ at, share: shareOf(share) })), group: form.group || null, group_from: shareOf(form.groupFrom), group_to: shareOf(form.groupTo),
    holdout: form.holdout || null, holdout_share: form.holdout ? shareOf(form.holdoutShare) : 0, prerequisite: form.prerequisite || null, prerequisite_variant: form.prerequisite ? form.prerequisiteVariant || null : null,
  };
}

/** A typed text as a value of its type; undefined when it is none. */
export function valueOf(text: string, type: ValueType): unknown {
  if (type === 'boolean') return text === 'true';
  if (type === 'number') return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
  return type === 'object' ? jsonOf(text) : text;
}

function jsonOf(text: string): unknown {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}

/** The variants with values of another type, to begin with. */
export function retyped(variants: Definition['variants'], type: ValueType): Definition['variants'] {
  const first = { name: () => '', boolean: (at: number) => String(at > 0), string: (at: number) => variants[at]?.name ?? '', number: String, object: () => '{}' }[type];
  return variants.map((one, at) => ({ ...one, value: first(at) }));
}

export const isComplete = ({ variants, valueType }: Definition) => valueType === 'name' || variants.every(({ value }) => valueOf(value, valueType) !== undefined);

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value) ?? '');

function typeOf(variants: readonly { name: string; value: unknown }[]): ValueType {
  if (variants.every(({ name, value }) => value === name)) return 'name';
  const type = typeof variants[0]?.value;
  return type === 'boolean' || type === 'string' || type === 'number' ? type : 'object';
}

/** What the planner is asked while somebody types: what decides, as the shop's visitors have it now, and who of them takes part. */
export function planOf(form: Definition, now: OutcomeBaseline | undefined): PlanRequest | null {
  if (!now || now.baseline === null || now.baseline === 0 || now.variance === 0 || form.effect === null || form.effect <= 0 || form.confidence === null || form.variants.length < 2) return null;
  const entering = (form.rollout.at(-1)?.share ?? 100) / 100 * (form.group ? ((form.groupTo ?? 100) - (form.groupFrom ?? 0)) / 100 : 1) * (form.holdout ? 1 - (form.holdoutShare ?? 0) / 100 : 1);
  return {
    kind: now.kind, baseline: now.baseline, ...(now.variance === null ? {} : { variance: now.variance }), effect: form.effect / 100, level: shareOf(100 - form.confidence), split: form.variants.map(({ share }) => share ?? 0), guardrails: form.guardrails.length, sequential: form.look === 'always_valid',
    daily_units: Math.max(1, now.per_day * entering), ...(form.planned === null ? {} : { units: form.planned }),
  };
}

const percent = (share: number) => Math.round(share * 1e6) / 1e4;

/** A typed percent as a share, without the crumbs of a division; null where nothing was typed. */
export function shareOf(percent: number): number;
export function shareOf(percent: number | null): number | null;
export function shareOf(percent: number | null): number | null {
  return percent === null ? null : Math.round(percent * 1e10) / 1e12;
}
