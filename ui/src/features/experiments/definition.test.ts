import { expect, it } from 'vitest';
import type { Experiment, OutcomeBaseline } from '../../api/experiments';
import { definitionOf, editOf, fresh, isComplete, planOf, retyped, valueOf } from './definition';

const now: OutcomeBaseline = { outcome: 'revenue_per_visitor', unit: 'money', kind: 'mean', from: '2026-10-01', to: '2026-10-28', visitors: 28_000, per_day: 1000, baseline: 2.5, variance: 400 };

it('sends shares of percents and leaves out what is not filled in', () => {
  const edit = editOf({ ...fresh, key: 'checkout', rollout: [{ at: null, share: 10 }, { at: '2026-12-01T09:00:00Z', share: 100 }], prerequisiteVariant: 'x' });
  expect(edit.name).toBe('checkout');
  expect(edit.rollout).toEqual([{ at: null, share: 0.1 }, { at: '2026-12-01T09:00:00Z', share: 1 }]);
  expect([edit.group, edit.holdout, edit.holdout_share, edit.prerequisite, edit.prerequisite_variant]).toEqual([null, null, 0, null, null]);
  expect(edit.rule?.effect).toBeCloseTo(0.05);
});

it('shows an experiment as it would be sent again', () => {
  const sent = editOf({ ...fresh, key: 'a', group: 'page', groupFrom: 30, groupTo: 60, conditions: [{ attribute: 'country', op: 'is', values: ['FR'] }] });
  const experiment = { ...sent, key: 'a', state: 'draft', enabled: true, winner: null, variants: sent.variants?.map((one) => ({ ...one, value: one.name })), rule: { ...sent.rule, confidence: 0.95 } } as unknown as Experiment;
  const again = editOf(definitionOf(experiment));
  expect(again.group_from).toBeCloseTo(0.3);
  expect(again.conditions).toEqual(sent.conditions);
  expect(again.rule?.margin).toBeCloseTo(0.05);
  expect(again.variants?.[0]?.value).toBe('control');
});

it('keeps the confidence that it was defined with, and plans for it', () => {
  const sent = editOf({ ...fresh, key: 'a', confidence: 99 });
  expect(sent.rule?.confidence).toBe(0.99);
  const experiment = { ...sent, key: 'a', variants: sent.variants?.map((one) => ({ ...one, value: one.name })) } as unknown as Experiment;
  expect(editOf(definitionOf(experiment)).rule).toEqual(sent.rule);
  expect(planOf({ ...fresh, confidence: 99 }, now)?.level).toBe(0.01);
});

it('plans nothing and sends nothing in place of a number that is missing', () => {
  expect(editOf({ ...fresh, effect: null }).rule?.effect).toBeNull();
  expect(planOf({ ...fresh, effect: null }, now)).toBeNull();
  expect(planOf({ ...fresh, confidence: null }, now)).toBeNull();
});

it('keeps the type of the values', () => {
  const variants = fresh.variants;
  expect(retyped(variants, 'boolean').map(({ value }) => value)).toEqual(['false', 'true']);
  const colours = { ...fresh, key: 'b', valueType: 'object' as const, variants: [{ name: 'control', share: 1, value: '{"colour":"red"}' }, { name: 'b', share: 1, value: '{"colour":"blue"}' }] };
  const sent = editOf(colours);
  expect(sent.variants?.map(({ value }) => value)).toEqual([{ colour: 'red' }, { colour: 'blue' }]);
  const shown = definitionOf({ ...sent, key: 'b', rule: { ...sent.rule, confidence: 0.95 } } as unknown as Experiment);
  expect([shown.valueType, shown.variants[1]?.value]).toEqual(['object', '{"colour":"blue"}']);
  expect(editOf({ ...fresh, valueType: 'number', variants: retyped(variants, 'number') }).variants?.map(({ value }) => value)).toEqual([0, 1]);
});

it('takes no text for a number or an object that is none', () => {
  expect([valueOf('1.5', 'number'), valueOf('', 'number'), valueOf('x', 'number'), valueOf('1e999', 'number')]).toEqual([1.5, undefined, undefined, undefined]);
  expect([valueOf('{', 'object'), valueOf('3', 'object'), valueOf('[1]', 'object')]).toEqual([undefined, undefined, [1]]);
  expect(isComplete(fresh)).toBe(true);
  expect(isComplete({ ...fresh, valueType: 'number' })).toBe(false);
});

it('plans with what decides and the visitors who enter', () => {
  const form = { ...fresh, rollout: [{ at: null, share: 50 }], group: 'g', groupFrom: 0, groupTo: 50, holdout: 'h', holdoutShare: 20 };
  const plan = planOf(form, now);
  expect([plan?.kind, plan?.baseline, plan?.variance]).toEqual(['mean', 2.5, 400]);
  expect(plan?.daily_units).toBeCloseTo(200);
  expect(plan?.sequential).toBe(true);
  expect(planOf({ ...form, guardrails: ['bounce_rate', 'refunds'] }, now)?.guardrails).toBe(2);
  expect(planOf(form, { ...now, kind: 'proportion', baseline: 0.03, variance: null })?.variance).toBeUndefined();
  expect(planOf(form, undefined)).toBeNull();
  expect(planOf(form, { ...now, baseline: null, variance: null })).toBeNull();
  expect(planOf(form, { ...now, variance: 0 })).toBeNull();
});
