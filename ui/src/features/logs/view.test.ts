import { expect, it } from 'vitest';
import { asked, condition, readSearch, viewOf, writeSearch } from './view';

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

it('writes a value as a condition', () => {
  expect(condition('service', 'checkout-api')).toBe('service:=checkout-api');
  expect(condition('message', 'no "stock"', true)).toBe('-message:="no  stock "');
});
