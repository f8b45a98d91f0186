import { expect, it } from 'vitest';
import { light } from '../../lib/tokens';
import { courseOption } from './options';

it('stacks the parts from zero, in their order', () => {
  const option = courseOption({ tokens: light, narrow: false, buckets: ['a', 'b'], parts: [{ label: 'critical', values: [1, 2], color: '#100' }, { label: 'low', values: [3, 0], color: '#200' }], short: String, long: String, count: String });
  expect(option.yAxis.min).toBe(0);
  expect(option.series.map(({ name, stack, data }) => [name, stack, data])).toEqual([['critical', 'requests', [1, 2]], ['low', 'requests', [3, 0]]]);
});
