import { describe, expect, it } from 'vitest';
import { light } from '../../lib/tokens';
import { dotsOption, heatOption, lying, lyingOption, pieOption, seriesOption, stepsOption } from './options';

const full = (value: number | null) => String(value);
const common = { tokens: light, narrow: false, full };
const lines = [{ label: 'Orders', color: '#123456', values: [1, 2, null], before: [3, 4, 5] }];
const series = { ...common, names: ['a', 'b', 'c'], short: ['a', 'b', 'c'], lines, beforeWord: 'before', axis: String };

describe('options of charts', () => {
  it('bars and lines start at zero unless more was given back than taken in', () => {
    expect(seriesOption({ ...series, drawing: 'bar' }).yAxis.min).toBe(0);
    expect(seriesOption({ ...series, drawing: 'bar', lines: [{ ...lines[0]!, values: [-5, 2] }] }).yAxis.min).toBe(-5);
  });
  it('what stood there before is a dashed line beside', () => {
    const [now, before] = seriesOption({ ...series, drawing: 'area' }).series;
    expect(now).toMatchObject({ type: 'line', data: [1, 2, null], connectNulls: false, areaStyle: { opacity: 0.14 } });
    expect(before).toMatchObject({ type: 'line', data: [3, 4, 5], lineStyle: { type: [5, 4] } });
  });
  it('bars with long or many names lie, with the first on top and their figures beside', () => {
    expect([lying('bar', ['short'], false), lying('bar', ['a long name of a thing'], false), lying('bar', Array(9).fill('x'), false), lying('bar', Array(90).fill('x'), true), lying('line', ['a long name of a thing'], false)]).toEqual([false, true, true, false, false]);
    const option = lyingOption({ ...series, drawing: 'bar' });
    expect(option.yAxis.inverse).toBe(true);
    expect(option.series[0]?.label.show).toBe(true);
  });
  it('a heat map reaches from nothing to its greatest cell', () => {
    const { visualMap, series: drawn } = heatOption({ ...common, columns: ['9', '10'], rows: ['Mon'], cells: [[0, 0, 4], [1, 0, 9]], word: 'Orders' });
    expect(visualMap).toMatchObject({ min: 0, max: 9 });
    expect(drawn[0]?.data).toEqual([[0, 0, 4], [1, 0, 9]]);
  });
  it('dots have the medians between little and much', () => {
    const axis = { name: 'x', axis: String, full };
    expect(dotsOption({ ...common, dots: [{ label: 'p', x: 1, y: 2 }], medians: [1, 2], x: axis, y: axis }).series[0]?.markLine.data).toEqual([{ xAxis: 1 }, { yAxis: 2 }]);
  });
  it('a pie has its parts in their colours', () => {
    expect(pieOption({ ...common, parts: [{ label: 'a', value: 3, color: '#111111', share: '75%' }] }).series[0]?.data).toEqual([{ name: 'a', value: 3, itemStyle: { color: '#111111' } }]);
  });
  it('steps show what goes on and, hatched above, what left', () => {
    const step = (value: number, lost: number) => ({ label: 's', value, lost, count: '', share: '', lostText: '' });
    const option = stepsOption({ tokens: light, narrow: false, steps: [step(10, 0), step(4, 6)], words: { continues: 'c', left: 'l' } });
    expect(option.series.map(({ data }) => data)).toEqual([[10, 4], [0, 6]]);
    expect(option.yAxis.max).toBe(10);
  });
});
