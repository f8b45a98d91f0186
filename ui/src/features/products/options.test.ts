import { describe, expect, it } from 'vitest';
import { light } from '../../lib/tokens';
import { barsOption, courseOption, decade, quadrantOption } from './options';
import { median, shown, treeOf } from './tree';

const text = (value: unknown) => String(value);
const common = { tokens: light, narrow: false };

describe('the quadrant', () => {
  const spot = (name: string, views: number, conversion: number, under: boolean) => ({ name, views, conversion, under, rows: [{ label: 'Views', value: text(views) }] });
  const option = quadrantOption({
    ...common, spots: [spot('mug', 120, 0.1, false), spot('rug', 4000, 0.001, true)], medians: { views: 2060, conversion: 0.05 }, count: text, ratio: text,
    words: { axis: 'Views', median: 'Median' },
  });
  const series = option.series as unknown as [{ data: { symbol: string; itemStyle: { color: string } }[]; markLine: { data: [{ xAxis: number }, { yAxis: number }] } }];
  it('tells what needs a decision by colour and by shape', () => {
    expect(series[0].data.map(({ symbol, itemStyle }) => [symbol, itemStyle.color])).toEqual([['circle', light.previous], ['diamond', light.bad]]);
  });
  it('is cut by both medians', () => {
    expect(series[0].markLine.data.map((line) => ('xAxis' in line ? line.xAxis : (line as { yAxis: number }).yAxis))).toEqual([2060, 0.05]);
  });
  it('begins at the power of ten below its least view', () => {
    expect(option.xAxis.min).toBe(100);
    expect([decade(0), decade(1), decade(9), decade(10), decade(Infinity)]).toEqual([1, 1, 1, 10, 1]);
  });
  it('says the product in its tooltip', () => {
    expect(option.tooltip.formatter({ dataIndex: 1 }).textContent).toBe('rugViews4000');
  });
});

it('bars start at zero and the strongest has the colour', () => {
  const { yAxis, series } = barsOption({ ...common, names: ['a', 'b'], values: [1, 5], strongest: 1, axis: text, rows: () => [] });
  expect(yAxis.min).toBe(0);
  expect((series as unknown as [{ data: { itemStyle: { color: string } }[] }])[0].data.map(({ itemStyle }) => itemStyle.color)).toEqual([light.bar, light.fill]);
});

it('a price is a line of points over gaps, figures are bars beside the period before', () => {
  const course = (shape: 'bar' | 'line', before: number[] | null) => courseOption({
    ...common, buckets: ['2026-11-20', '2026-11-21'], values: [10, null], before, shape, words: { value: 'Value', before: 'Before' }, short: text, long: text, axis: text, full: text,
  }).series as unknown as { type: string; connectNulls?: boolean }[];
  expect(course('line', null)).toMatchObject([{ type: 'line', connectNulls: true }]);
  expect(course('bar', [1, 2]).map(({ type }) => type)).toEqual(['bar', 'line']);
});

describe('the tree of categories', () => {
  const row = (category: string | null, revenue: number) => ({ category, revenue, views: 10, order_lines: 1 });
  const tree = treeOf([row('Bath/Towels', 5), row('Bath', 1), row('Rugs', 20), row('Bath/Soap/Hard', 2), row(null, 3)], 'None');
  it('adds what stands below a branch to it', () => {
    expect(tree.map(({ name, revenue, views }) => [name, revenue, views])).toEqual([['Rugs', 20, 10], ['Bath', 8, 30], ['None', 3, 10]]);
  });
  it('shows the branches of those that are open', () => {
    expect(shown(tree, new Set(['Bath'])).map(({ name, depth }) => `${depth}${name}`)).toEqual(['0Rugs', '0Bath', '1Towels', '1Soap', '0None']);
  });
});

it('the median stands in the middle', () => {
  expect([median([]), median([3]), median([9, 1, 3]), median([1, 2, 3, 10])]).toEqual([0, 3, 3, 2.5]);
});
