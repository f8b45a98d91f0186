import { expect, it } from 'vitest';
import { countActions } from './figures';

it('actions add up to all events', () => {
  const counted = countActions({ events: 100, page_views: 70, views: 40, add_to_carts: 12, checkouts: 5 });
  expect(counted).toEqual({ views: 40, pages: 30, add_to_carts: 12, checkouts: 5, others: 13 });
  expect(Object.values(counted).reduce((sum, count) => sum + count)).toBe(100);
});
