import { expect, it } from 'vitest';
import { light } from '../../lib/tokens';
import { impactOption, liftOption, pOption, roadmapOption } from './options';

const write = String;
const common = { tokens: light, narrow: false };

it('what a scenario adds and what overlaps make up what it would bring alone', () => {
  const { series, xAxis } = roadmapOption({ ...common, bars: [{ name: 'a', added: 60, alone: 100, cost: 5 }], words: { added: 'a', lost: 'l', cost: 'c' }, money: write, tick: write }) as unknown as { series: { data: number[] }[]; xAxis: { min: number } };
  expect(series[0]!.data[0]! + series[1]!.data[0]!).toBe(100);
  expect(xAxis.min).toBe(0);
});

it('the range and the cost are both on the axis, and so is zero', () => {
  const { xAxis } = impactOption({ ...common, ranges: [{ name: 'a', low: 10, middle: 20, high: 30, cost: 50 }], words: { impact: 'i', range: 'r', cost: 'c' }, money: write, tick: write }) as { xAxis: { min: number; max: number } };
  expect([xAxis.min, xAxis.max]).toEqual([0, 50]);
});

it('days without an interval are gaps', () => {
  const { series } = liftOption({ tokens: light, days: [{ day: '1', value: 0.1 }, { day: '2', value: 0.2, low: 0, high: 1 }], expected: 0.1, words: { lift: 'l', interval: 'i', expected: 'e' }, ratio: write }) as unknown as { series: { data: unknown[] }[] };
  expect(series[1]!.data).toEqual([null, 0]);
});

it('p values stand on an axis from 0 to 1', () => {
  const { yAxis } = pOption({ tokens: light, days: [], words: { plain: 'p', always: 'a', level: '5' }, write }) as { yAxis: { min: number; max: number } };
  expect([yAxis.min, yAxis.max]).toEqual([0, 1]);
});
