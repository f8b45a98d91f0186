import { expect, it } from 'vitest';
import { light } from '../../lib/tokens';
import { byUnitsOption, curvesOption, density, intervalOption } from './options';

const write = String;

it('a density has its top at the mean and an area of one', () => {
  const points = density({ mean: 0.05, error: 0.01 }, 0.01, 0.09);
  const step = points[1]![0] - points[0]![0];
  expect(points.reduce((sum, [, height]) => sum + height * step, 0)).toBeCloseTo(1, 3);
  expect(points.reduce((top, point) => (point[1] > top[1] ? point : top))[0]).toBeCloseTo(0.05, 6);
});

it('both curves fit on the axis, and the known rate too', () => {
  const { xAxis } = curvesOption({ tokens: light, curves: [{ name: 'a', mean: 0.05, error: 0.01, color: '#000' }], known: { name: 'k', value: 0.2 }, write }) as { xAxis: { min: number; max: number } };
  expect(xAxis.min).toBeCloseTo(0.01);
  expect(xAxis.max).toBe(0.2);
});

it('the interval has as much room on both sides of no change', () => {
  const { xAxis } = intervalOption({ tokens: light, effect: { estimate: 0.1, low: -0.1, high: 0.3 }, color: '#000', name: 'n', write }) as { xAxis: { min: number; max: number } };
  expect(xAxis.min).toBe(-xAxis.max);
});

it('power starts at zero and ends at one', () => {
  const { yAxis } = byUnitsOption({ tokens: light, points: [{ units: 10, value: 0.2 }], most: 1, words: { name: 'p', wanted: 'w' }, units: write, write }) as { yAxis: { min: number; max: number } };
  expect([yAxis.min, yAxis.max]).toEqual([0, 1]);
});
