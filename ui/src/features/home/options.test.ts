import { describe, expect, it } from 'vitest';
import { light } from '../../lib/tokens';
import { grouped } from '../../lib/grouped';
import { paretoOption } from '../../lib/pareto';
import { effectsOption, trendOption } from './options';
import { concentration } from '../../lib/series';

const text = (value: unknown) => String(value);
const common = { tokens: light, narrow: false };

describe('the main chart', () => {
  const option = trendOption({
    ...common, buckets: ['2026-11-20', '2026-11-21'], values: [10, 4], mean: null, before: [9, 9], marked: new Set(['2026-11-21']),
    words: { value: 'Day', mean: 'Mean', before: 'Before' }, short: text, long: text, axis: text, full: text,
  });
  it('starts its bars at zero', () => {
    expect(option.yAxis.min).toBe(0);
  });
  it('colours only the days out of the ordinary', () => {
    const [bars] = option.series as unknown as [{ data: { itemStyle: { color: string } }[] }];
    expect(bars.data.map(({ itemStyle }) => itemStyle.color)).toEqual([light.bar, light.bad]);
  });
  it('draws no mean where there is none', () => {
    expect(option.series).toHaveLength(2);
  });
  it('tells a point in a tooltip that is an element, not text to be parsed', () => {
    const tip = option.tooltip.formatter([{ dataIndex: 1 }]);
    expect(tip).toBeInstanceOf(HTMLElement);
    expect(tip.textContent).toBe('2026-11-21Day4Before9');
  });
});

it('Pareto marks 80 % and colours those who make it', () => {
  const option = paretoOption({
    ...common, names: ['a', 'b', 'c'], values: [60, 30, 10], cumulative: [0.6, 0.9, 1], makers: 2, axis: text, full: text, ratio: text,
    words: { value: 'v', cumulative: 'c' }, axisName: 'n',
  });
  const [bars, line] = option.series as unknown as [{ data: { itemStyle: { color: string } }[] }, { markLine: { data: { yAxis: number }[] } }];
  expect(bars.data.map(({ itemStyle }) => itemStyle.color)).toEqual([light.fill, light.fill, light.rest]);
  expect(line.markLine.data).toEqual([{ yAxis: 0.8 }]);
});

it('many products share bars without losing any revenue', () => {
  const sold = Array.from({ length: 250 }, (_, index) => ({ name: `p${index}`, value: 250 - index }));
  const bars = grouped(sold, concentration(sold.map(({ value }) => value)), 60);
  expect(bars.size).toBe(5);
  expect(bars.values).toHaveLength(50);
  expect(bars.values.reduce((sum, value) => sum + value, 0)).toBe(sold.reduce((sum, { value }) => sum + value, 0));
  expect(bars.cumulative.at(-1)).toBeCloseTo(1);
  expect(bars.names[0]).toBe('1–5');
});

it('effects lie around zero with as much room on both sides', () => {
  const effect = { name: 'x', state: '', lift: 0.1, low: 0.02, high: 0.2, tone: 'good' as const, liftText: '', intervalText: '' };
  const { xAxis } = effectsOption({ ...common, effects: [effect], axis: text, words: { lift: 'l', interval: 'i' } });
  expect(xAxis.min).toBe(-xAxis.max);
  expect(xAxis.max).toBeGreaterThan(0.2);
});
