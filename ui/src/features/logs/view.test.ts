import { expect, it } from 'vitest';
import { asked, clockIn, condition, conditions, instantIn, readSearch, viewOf, writeSearch } from './view';

const NOW = Date.parse('2026-11-01T12:00:00Z');

it('survives the address', () => {
  const view = readSearch({ q: 'timeout', range: '24h', level: 'ERROR,WARN', sort: 'oldest', fuzzy: 'yes', log: 'x-1' });
  expect(readSearch(writeSearch(view))).toEqual(view);
  expect(readSearch({ range: '3y', sort: 'odd', level: 7 })).toEqual(readSearch({}));
  expect(writeSearch(readSearch({}))).toEqual({ log: undefined });
});

it('asks for what the address says', () => {
  expect(asked(readSearch({}), NOW)).toEqual({});
  expect(asked(readSearch({ q: 'a', range: '1h', service: 'cart' }), NOW)).toEqual({ query: 'a', date_from: '2026-11-01T11:00:00.000Z', service: ['cart'] });
  expect(asked(readSearch({ range: '1h', since: '2026-10-01T00:00:00Z', until: '2026-10-02T00:00:00Z' }), NOW)).toEqual({ date_from: '2026-10-01T00:00:00Z', date_to: '2026-10-02T00:00:00Z' });
});

it('opens a kept search', () => {
  const view = viewOf({ query: 'declined', level: ['WARN'], sort: 'score' });
  expect(view.q).toBe('declined');
  expect(view.picked?.level).toEqual(['WARN']);
  expect(view.sort).toBe('score');
});

it('keeps whose logs and which amounts a kept search asks for', () => {
  expect(viewOf({ query: 'declined', user_id: 'ann smith', min_amount: 50 }).q).toBe('declined user_id:="ann smith" amount:[50 TO *]');
  expect(conditions({ user: ' u-1 ', least: '', most: '9.5' })).toBe('user_id:=u-1 amount:[* TO 9.5]');
  expect(conditions({})).toBe('');
});

it('writes a value as a condition', () => {
  expect(condition('service', 'checkout-api')).toBe('service:=checkout-api');
  expect(condition('service', 'the cart')).toBe('service:="the cart"');
  expect(condition('message', 'no "stock"', true)).toBe('-message:"no  stock"');
});

it('reads times on the shop’s clock', () => {
  expect(instantIn('Europe/Paris', '2026-07-01T14:30')).toBe('2026-07-01T12:30:00.000Z');
  expect(instantIn('Europe/Paris', '2026-11-01T14:30')).toBe('2026-11-01T13:30:00.000Z');
  expect(instantIn('America/Los_Angeles', '2026-03-08T03:30')).toBe('2026-03-08T10:30:00.000Z');
  expect(instantIn('Asia/Kolkata', '2026-11-01T00:15')).toBe('2026-10-31T18:45:00.000Z');
  for (const zone of ['Europe/Paris', 'Pacific/Auckland', 'UTC']) expect(clockIn(zone, instantIn(zone, '2026-12-24T18:05'))).toBe('2026-12-24T18:05');
});
