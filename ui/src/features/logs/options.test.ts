import { expect, it } from 'vitest';
import { light } from '../../lib/tokens';
import { barsOverTime, dayIn } from './options';

it('stacks its parts from zero over their buckets', () => {
  const option = barsOverTime({
    tokens: light, narrow: false, buckets: ['2026-11-01T10:00:00Z', '2026-11-01T11:00:00Z'], brush: true,
    parts: [{ label: 'Errors', values: [1, 0], color: '#a00' }, { label: 'Others', values: [4, 2], color: '#ccc' }], short: (bucket) => bucket.slice(11, 16), long: (bucket) => bucket, axis: String,
  });
  expect(option.series.map(({ stack, data }) => [stack, data])).toEqual([['logs', [1, 0]], ['logs', [4, 2]]]);
  expect(option.yAxis.min).toBe(0);
  expect(option.xAxis.data).toHaveLength(2);
  expect('brush' in option).toBe(true);
});

it('names the day on the shop’s clock, also where the clock changed since the buckets were cut', () => {
  expect(dayIn('Europe/Paris', '2026-10-05T22:00:00Z')).toBe('2026-10-06');
  expect(dayIn('Europe/Paris', '2026-11-05T22:00:00Z')).toBe('2026-11-06');
  expect(dayIn('America/New_York', '2026-11-05T05:00:00Z')).toBe('2026-11-05');
});
