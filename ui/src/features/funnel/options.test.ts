import { describe, expect, it } from 'vitest';
import { light } from '../../lib/tokens';
import { curveOption, stepsOption, trendOption } from './options';

const common = { tokens: light, narrow: false };
const text = (value: unknown) => String(value);

describe('the steps', () => {
  const option = stepsOption({
    ...common, steps: [
      { label: 'View', entered: 10, left: 0, open: 0, required: true, count: '10', share: '', rows: [] },
      { label: 'Cart', entered: 4, left: 5, open: 1, required: true, count: '4', share: '40 %', rows: [{ label: 'Entered', value: '4' }] },
      { label: 'Search', entered: 2, left: 0, open: 0, required: false, count: '2', share: '50 %', rows: [] },
    ],
  });
  it('start at zero and are as high as the first', () => {
    expect(option.yAxis).toMatchObject({ min: 0, max: 10 });
  });
  it('stack who left over who stayed', () => {
    expect(option.series.map(({ data }) => data[1])).toEqual([{ value: 4, itemStyle: { color: light.fill } }, 1, 5]);
  });
  it('tell a step in an element', () => {
    expect(option.tooltip.formatter([{ dataIndex: 1 }]).textContent).toBe('CartEntered4');
  });
});

it('draws the curve within its band', () => {
  const option = curveOption({ ...common, points: [{ seconds: 10, share: 0.25, low: 0.125, high: 0.5 }], time: text, ratio: text, words: { share: 'Share', band: 'Band' } });
  expect(option.series.map(({ data }) => data)).toEqual([[[10, 0.25]], [[10, 0.125]], [[10, 0.375]]]);
  expect((option.tooltip.formatter([{ dataIndex: 0 }]) as HTMLElement).textContent).toBe('10Share0.25Band0.125 – 0.5');
  expect(option.xAxis).toMatchObject({ interval: 5, max: 10 });
});

it('colours days of friction and leaves those not over yet light', () => {
  const point = { bucket: '2026-03-01', rate: 0.5, rows: [] };
  const option = trendOption({
    ...common, points: [{ ...point, friction: true, complete: true }, { ...point, friction: false, complete: true }, { ...point, friction: false, complete: false }],
    below: 0.25, short: text, long: text, axis: text, words: { below: 'Friction' },
  });
  expect(option.series[0]!.data.map(({ itemStyle }) => itemStyle.color)).toEqual([light.bad, light.bar, light.grid]);
  expect(option.series[0]!.barMinHeight).toBeGreaterThan(0);
  expect(option.series[0]!.markLine?.data).toEqual([{ yAxis: 0.25 }]);
});
