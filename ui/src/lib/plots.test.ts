import { describe, expect, it } from 'vitest';
import { dotsOption, funnelOption, heatOption, histogramOption, pairsOption, signedOption, spreadOption, stackOption } from './plots';
import { light } from './tokens';

const text = (value: unknown) => String(value);
const common = { tokens: light, narrow: false };

it('the heatmap is drawn in one go and reaches its darkest at the greatest cell', () => {
  const option = heatOption({ ...common, hours: ['0'], days: ['Mon'], cells: [[0, 0, 0.03]], full: text, word: 'w' });
  expect(option.series[0]!.progressive).toBe(0);
  expect(option.visualMap.max).toBe(0.03);
});

it('a stack starts at zero and piles its parts on one another', () => {
  const option = stackOption({ ...common, buckets: ['a'], parts: [{ label: 'x', values: [1], color: 'red' }, { label: 'y', values: [2], color: 'blue' }], short: text, long: text, axis: text, full: text });
  expect(option.yAxis.min).toBe(0);
  expect(new Set(option.series.map(({ stack }) => stack)).size).toBe(1);
  expect(option.tooltip.formatter([{ dataIndex: 0 }]).textContent).toBe('ax1y2');
});

describe('the spread of weekdays', () => {
  const words = { median: 'median', middle: 'middle', range: 'range', n: 'n' };
  const option = spreadOption({ ...common, names: ['Mon', 'Tue'], spreads: [{ n: 3, least: 1, low: 2, median: 3, high: 4, most: 9 }, null], axis: text, full: text, words });
  it('tells each box in words', () => {
    expect(option.tooltip.formatter({ dataIndex: 0 }).textContent).toBe('Monmedian3middle2 – 4range1 – 9n3');
  });
  it('draws nothing where there is nothing', () => {
    const [{ data, renderItem }] = option.series as unknown as [{ data: number[][]; renderItem: (...parts: unknown[]) => unknown }];
    expect(renderItem({}, { value: (index: number) => data[1]![index], coord: () => [0, 0], size: () => [10, 10] })).toBeUndefined();
  });
});

it('signed bars have as much room below nothing as above', () => {
  const option = signedOption({ ...common, names: ['a', 'b'], values: [0.1, -0.4], axis: text, full: text, word: 'growth' });
  expect(option.yAxis).toMatchObject({ min: -0.4, max: 0.4 });
});

it('the class with the median stands out of the histogram', () => {
  const option = histogramOption({ ...common, classes: ['0', '5'], counts: [3, 4], middle: 1, axis: text, full: text, word: 'n' });
  expect(option.series[0]!.data.map(({ itemStyle }) => itemStyle.color)).toEqual([light.bar, light.fill]);
  expect(option.yAxis.min).toBe(0);
});

it('rates start at zero and the axis holds every interval whole', () => {
  const dot = { name: 'a', rate: 0.02, low: 0.01, high: 0.04, rateText: '2 %', intervalText: '1 – 4 %' };
  const option = dotsOption({ ...common, dots: [dot], whole: 0.03, axis: text, words: { rate: 'rate', interval: 'interval' } });
  expect(option.xAxis).toMatchObject({ min: 0, max: 0.04 });
  expect(option.tooltip.formatter({ dataIndex: 0 }).textContent).toBe('arate2 %interval1 – 4 %');
});

it('pairs lie beside one another from zero', () => {
  const option = pairsOption({ ...common, names: ['a'], values: [2], beside: [1], axis: text, full: text, words: { value: 'v', beside: 'b' } });
  expect(option.xAxis.min).toBe(0);
  expect(option.series.map(({ data }) => data)).toEqual([[2], [1]]);
});

it('the funnel stacks what left on what goes on, up to the step before', () => {
  const step = (label: string, value: number, lost: number) => ({ label, value, lost, share: '', count: '', lostText: '' });
  const { series } = funnelOption({ ...common, steps: [step('a', 100, 0), step('b', 40, 60)], words: { continues: 'c', left: 'l' } });
  const [on, left] = series as unknown as [{ data: number[] }, { data: number[] }];
  expect(on.data[1]! + left.data[1]!).toBe(on.data[0]);
});
