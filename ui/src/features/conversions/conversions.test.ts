import { expect, it } from 'vitest';
import { rated } from './groups';
import { withRunUp } from './rates';

it('groups too small to say anything are left out, the others come by rate', () => {
  const groups = [{ name: 'a', hits: 1, n: 100 }, { name: 'b', hits: 5, n: 100 }, { name: 'c', hits: 9, n: 29 }];
  expect(rated(groups, false).map(({ name }) => name)).toEqual(['b', 'a']);
  expect(rated(groups, true).map(({ name }) => name)).toEqual(['a', 'b']);
  for (const { low, rate, high } of rated(groups, true)) expect(low < rate && rate < high).toBe(true);
});

it('the first day of a period has thirty days behind its mean', () => {
  expect(withRunUp({ from: '2026-03-30', to: '2026-03-31' })).toEqual({ from: '2026-03-01', to: '2026-03-31' });
});
