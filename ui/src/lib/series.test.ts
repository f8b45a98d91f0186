import { expect, it } from 'vitest';
import { change, concentration, rollingMean, rollingRatio, spread, wilson } from './series';

it('means over full windows only', () => {
  expect(rollingMean([1, 2, 3, 4], 3)).toEqual([null, null, 2, 3]);
  expect(rollingMean([1, null, 3, 4, 5], 3)).toEqual([null, null, null, null, 4]);
});

it('knows no change against nothing', () => {
  expect(change(5, 0)).toBeNull();
  expect(change(5, null)).toBeNull();
  expect(change(6, 5)).toBeCloseTo(0.2);
  expect(change(-4, -5)).toBeCloseTo(0.2);
});

it('finds the few that make 80 %', () => {
  const { makers, cumulative } = concentration([50, 30, 10, 10]);
  expect(makers).toBe(2);
  expect(cumulative).toEqual([0.5, 0.8, 0.9, 1]);
  expect(concentration([]).makers).toBe(0);
  expect(concentration([0, 0]).makers).toBe(0);
  expect(concentration([10, -5]).cumulative).toEqual([1, 1]);
});

it('quartiles lie between the values as type 7 says, whatever their order', () => {
  expect(spread([4, 1, 3, 2])).toEqual({ n: 4, least: 1, low: 1.75, median: 2.5, high: 3.25, most: 4 });
  expect(spread([7])).toEqual({ n: 1, least: 7, low: 7, median: 7, high: 7, most: 7 });
  expect(spread([])).toBeNull();
});

it('rolls rates as sums over sums, so that a quiet day weighs little', () => {
  expect(rollingRatio([1, 0, 9], [10, 0, 10], 2)).toEqual([null, 0.1, 0.9]);
  expect(rollingRatio([0], [0], 1)).toEqual([null]);
});

// Table I, method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872.
it.each([[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]])('%d of %d lie between %f and %f', (hits, n, low, high) => {
  const [least, most] = wilson(hits, n)!;
  expect(least).toBeCloseTo(low, 4);
  expect(most).toBeCloseTo(high, 4);
});
