import { expect, it } from 'vitest';
import { light } from '../../lib/tokens';
import { courseOption, forestOption, reachOf } from './options';

const row = (low: number, estimate: number, high: number) => ({ name: 'x', low, estimate, high, tone: 'open' as const, margin: null });
const write = (value: number) => String(value);

it('reaches equally far to both sides of no change', () => {
  const option = forestOption({ tokens: light, narrow: false, rows: [row(-0.05, 0.1, 0.25)], words: { lift: 'l', interval: 'i', margin: 'm' }, write, tick: write }) as { xAxis: { min: number; max: number } };
  expect(option.xAxis.min).toBe(-option.xAxis.max);
  expect(option.xAxis.max).toBeCloseTo(0.275);
});

it('does not let one wide interval flatten the others', () => {
  expect(reachOf([row(-0.1, 0, 0.1), row(-0.1, 0, 0.1), row(-9, 0.02, 12)])).toBeCloseTo(0.44);
  expect(reachOf([row(-0.1, 0, 0.1), row(-0.1, 0, 0.1), row(-9, 2, 12)])).toBeCloseTo(2.2);
  expect(reachOf([])).toBeGreaterThan(0);
});

it('shows a single day as a point, because a line needs two', () => {
  const of = (days: number) => (courseOption({
    tokens: light, points: Array.from({ length: days }, (_, day) => ({ day: `2026-03-0${day + 1}`, lift: 0.1, low: null, high: null })), words: { lift: 'l', interval: 'i' }, write, short: (day) => day, long: (day) => day,
  }) as { series: { symbol: string }[] }).series[2]?.symbol;
  expect([of(1), of(2)]).toEqual(['circle', 'none']);
});

it('stacks the interval on its lower end, and leaves days out on which nothing was said', () => {
  const option = courseOption({
    tokens: light, points: [{ day: '2026-03-01', lift: 0.1, low: null, high: null }, { day: '2026-03-02', lift: 0.1, low: -0.2, high: 0.4 }],
    words: { lift: 'l', interval: 'i' }, write, short: (day) => day, long: (day) => day,
  }) as { series: { data: (number | null)[]; stackStrategy?: string }[] };
  expect(option.series[0]?.data).toEqual([null, -0.2]);
  expect(option.series[1]?.data[0]).toBeNull();
  expect(option.series[1]?.data[1]).toBeCloseTo(0.6);
  expect(option.series[0]?.stackStrategy).toBe('all');
});
