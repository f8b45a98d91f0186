import { expect, it } from 'vitest';
import type { Experiment } from '../../api/experiments';
import { definitionOf, editOf, fresh, planOf } from './definition';

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

it('plans with the visitors who enter', () => {
  const form = { ...fresh, rollout: [{ at: null, share: 50 }], group: 'g', groupFrom: 0, groupTo: 50, holdout: 'h', holdoutShare: 20 };
  expect(planOf(form, 0.03, 1000)?.daily_units).toBeCloseTo(200);
  expect(planOf(form, 0.03, 1000)?.sequential).toBe(true);
  expect(planOf(form, null, 1000)).toBeNull();
});
