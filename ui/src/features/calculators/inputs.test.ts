import { expect, it } from 'vitest';
import { comparison, defaults, digitsOf, liftOf, oneSample, plan } from './inputs';

it('sends percents as shares', () => {
  expect(comparison(defaults)?.confidence).toBe(0.95);
  expect(oneSample(defaults)?.options).toEqual({ rate: 0.05 });
  expect(plan({ ...defaults, calc: 'size' })).toMatchObject({ baseline: 0.05, effect: 0.1, power: 0.8, level: 0.05, split: [50, 50] });
});

it('asks for a margin in place of an effect and a side, and for the guardrails beside', () => {
  const asked = plan({ ...defaults, calc: 'size', noworse: 'yes', effect: -5, guards: 2 });
  expect([asked?.margin, asked?.effect, asked?.alternative, asked?.guardrails]).toEqual([0.05, undefined, undefined, 2]);
  expect(plan({ ...defaults, calc: 'size', guards: null })).toBeNull();
});

it('asks nothing while a field is empty', () => {
  expect(comparison({ ...defaults, ct: null })).toBeNull();
  expect(oneSample({ ...defaults, rate: null })).toBeNull();
  expect(plan({ ...defaults, calc: 'power', units: null })).toBeNull();
});

it('a chi-square test has two sides', () => {
  expect(comparison({ ...defaults, method: 'chi_square', alternative: 'less' })?.alternative).toBe('two_sided');
});

it('has no relative lift over nothing', () => {
  expect(liftOf(comparison({ ...defaults, ch: 0 }))).toBeNull();
  expect(liftOf(comparison(defaults))?.scale).toBe('log_ratio');
});

it('says no confidence to be 100 %', () => {
  expect([0.95, 0.9, 0.999, 0.9999].map(digitsOf)).toEqual([0, 0, 2, 2]);
});
