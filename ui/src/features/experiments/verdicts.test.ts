import { expect, it } from 'vitest';
import { isUnproven, liftOf, possible, sideOf, toneOf } from './verdicts';

it('warns of what holds a decision up and colours only what is decided', () => {
  expect(['better', 'worse', 'split_off', 'better_but', 'open', 'waiting', 'too_early', 'empty'].map(toneOf)).toEqual(['good', 'bad', 'warn', 'warn', 'open', 'open', 'open', 'open']);
});

it('knows which side of no change is good', () => {
  expect(sideOf({ low: 0.1, high: 0.2 }, false)).toBe('good');
  expect(sideOf({ low: 0.1, high: 0.2 }, true)).toBe('bad');
  expect(sideOf({ low: -0.2, high: -0.1 }, true)).toBe('good');
  expect(sideOf({ low: -0.2, high: 0.1 }, true)).toBe('open');
});

it('tells a decision that the rule does not bear out; to stay with control needs no proof', () => {
  const variants = [{ name: 'control' }, { name: 'short' }, { name: 'long' }] as never;
  expect(isUnproven({ winner: 'short', variants }, { verdict: 'better', best: 'short' })).toBe(false);
  expect(isUnproven({ winner: 'long', variants }, { verdict: 'better', best: 'short' })).toBe(true);
  expect(isUnproven({ winner: 'short', variants }, { verdict: 'better_but', best: 'short' })).toBe(true);
  expect(isUnproven({ winner: 'control', variants }, { verdict: 'open', best: null })).toBe(false);
});

it('reads the comparison that the rule decides by', () => {
  const told = (estimate: number | null) => ({ estimate, low: -1, high: 1, p_value: 0.5, adjusted_p_value: null });
  const beside = { fixed: told(0.1), fixed_scale: 'relative', always: told(0.2), always_scale: 'log_ratio' } as never;
  expect(liftOf(beside, 'fixed')?.estimate).toBe(0.1);
  expect(liftOf(beside, 'always_valid')?.estimate).toBe(0.2);
  expect(liftOf({ fixed: told(0.1), fixed_scale: 'absolute', always: told(null), always_scale: 'log_ratio' } as never, 'fixed')).toBeNull();
});

it('ends an interval where a figure that is never negative has fallen by everything', () => {
  expect([-1.6, -0.9, 0.8, null].map((end) => possible(end, 'ratio'))).toEqual([-1, -0.9, 0.8, null]);
  expect(possible(-1.6, 'money')).toBe(-1.6);
});
