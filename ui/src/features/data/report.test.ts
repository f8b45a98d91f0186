import { describe, expect, it } from 'vitest';
import { dataEn } from '../../i18n/dataEn';
import { byWeight, inWords, knownFacts, partsOf, reachOf } from './report';

const retailrocket = {
  events: { raw: 9385, duplicates: 3, kept: 9382, views: 9075, add_to_carts: 261, transactions: 46, known_before: 0, added: 9382 },
  visitors: 5000, products: 6610, orders: 40, session_rule: 'inactivity', sessions: 6229, sessions_by_inactivity: 6229, sessions_by_calendar_day: 5869,
  calendar_days: 139, first_date: '2015-05-03', last_date: '2015-09-18', properties: { rows: 59, items: 25, distinct: 15 }, categories: 1669,
  revenue: 0, lines_without_price: 46, lines_priced_later: 0, rejected: { duplicate: 3, event_unknown: 12 }, seconds: 0.394,
};
const mapped = {
  file: 'orders.csv', mapping: 'orders.yaml', rows: 12, events: { made: 4, added: 3, by_type: { purchase: 2, refund: 1 } },
  revenue: { currency: 'EUR', gross: 100.1, net: 90 }, refunds: { refunds_matched_eur: { lines: 1, amount: -10.1 } }, left_out: { test_order: 2 }, rejected: {},
  reconciliation: [{ term: 'file', lines: 12, amount: 90, currency: 'EUR' }, { term: 'gross_revenue', lines: 9, amount: 100.1, currency: 'EUR' }],
};
const facts = (report: Record<string, unknown>) => partsOf(report).groups.map(({ name, facts: own }) => [name, own.map(({ path }) => path)]);

describe('a report', () => {
  it('is read in groups, in an order that makes sense', () => {
    expect(facts(retailrocket)).toEqual([
      ['events', ['events.raw', 'events.duplicates', 'events.kept', 'events.views', 'events.add_to_carts', 'events.transactions', 'events.known_before', 'events.added']],
      ['shop', ['visitors', 'products', 'categories', 'properties.rows', 'properties.items', 'properties.distinct']],
      ['sessions', ['sessions_by_inactivity', 'sessions_by_calendar_day']],
      ['days', ['first_date', 'last_date', 'calendar_days']],
      ['money', ['orders', 'revenue', 'lines_without_price', 'lines_priced_later']],
    ]);
  });
  it('marks the session rule that counts instead of saying its figure twice', () => {
    expect(partsOf(retailrocket).chosen).toBe('sessions_by_inactivity');
    expect(partsOf({ ...retailrocket, session_rule: 'calendar-day', sessions: 5869 }).chosen).toBe('sessions_by_calendar_day');
  });
  it('says a session figure of its own when it is neither of the two', () => {
    expect(facts({ ...retailrocket, sessions: 7 }).at(-1)).toEqual(['other', ['session_rule', 'sessions']]);
  });
  it('gives the reasons of what was left out, the most frequent first', () => {
    expect(byWeight(partsOf(retailrocket).rejected)).toEqual([{ reason: 'event_unknown', count: 12 }, { reason: 'duplicate', count: 3 }]);
    expect(partsOf(mapped).leftOut).toEqual([{ path: 'test_order', value: 2 }]);
  });
  it('shows a reconciliation as rows, and named sums too', () => {
    expect(partsOf(mapped).grids).toEqual([
      { path: 'refunds', columns: ['term', 'lines', 'amount'], rows: [['refunds_matched_eur', 1, -10.1]] },
      { path: 'reconciliation', columns: ['term', 'lines', 'amount', 'currency'], rows: [['file', 12, 90, 'EUR'], ['gross_revenue', 9, 100.1, 'EUR']] },
    ]);
  });
  it('hides nothing that it does not know', () => {
    const strange = { ...retailrocket, new_figure: 5, deep: { er: { still: 'here' }, of: 1 }, list: [1, 'two'], none: {}, listed: [{ a: 1, b: true }] };
    expect(facts(strange).at(-1)).toEqual(['other', ['new_figure', 'deep.er.still', 'deep.of', 'list.0', 'list.1', 'none']]);
    expect(partsOf(strange).grids).toEqual([{ path: 'listed', columns: ['a', 'b'], rows: [[1, true]] }]);
    expect(inWords('deep.er.not_known')).toBe('Deep · er · not known');
  });
  it('has a name for every figure that it knows, and no name for nothing', () => {
    expect(knownFacts.map((path) => path.replace('.', '_')).sort()).toEqual(Object.keys(dataEn.fact).sort());
  });
});

describe('what imports brought in together', () => {
  it('is their new events and the days from the first to the last', () => {
    expect(reachOf([{ events: 5, report: { first_date: '2015-05-03', last_date: '2015-05-04' } }, { events: 7, report: { first_date: '2015-05-10', last_date: '2015-05-12' } }]))
      .toEqual({ events: 12, days: 10 });
  });
  it('has no days when no report says any', () => {
    expect(reachOf([{ events: 5, report: { first_date: 'null' } }])).toEqual({ events: 5, days: null });
  });
});
