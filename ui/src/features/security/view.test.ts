import { expect, it } from 'vitest';
import { course, readView, spanOf } from './view';

it('reads the address and leaves out what it does not know', () => {
  expect(readView({ range: '30d', severity: 'high', state: 'nonsense', q: 7 })).toEqual({ range: '30d', severity: 'high', state: null, kind: null, address: null, q: '7', finding: null });
  expect(readView({}).range).toBe('7d');
});

it('a range ends with the hour that goes on', () => {
  expect(spanOf('24h', new Date('2026-11-22T12:10:00Z'))).toEqual({ from: '2026-11-21T13:00:00.000Z', to: '2026-11-22T13:00:00.000Z' });
});

it('counts by hour within a day and leaves no hour out', () => {
  const span = { from: '2026-11-22T10:00:00Z', to: '2026-11-22T13:00:00Z' };
  const { daily, buckets, bySeverity } = course([{ hour: '2026-11-22T11:00:00Z', severity: 'low', requests: 4 }], span, 'UTC');
  expect(daily).toBe(false);
  expect(buckets).toEqual(['2026-11-22T10:00:00.000Z', '2026-11-22T11:00:00.000Z', '2026-11-22T12:00:00.000Z']);
  expect(bySeverity.low).toEqual([0, 4, 0]);
});

it('counts by day on the clock of the shop', () => {
  const span = { from: '2026-11-20T00:00:00Z', to: '2026-11-23T00:00:00Z' };
  const hours = [{ hour: '2026-11-21T23:00:00Z', severity: 'high', requests: 2 }, { hour: '2026-11-21T10:00:00Z', severity: 'high', requests: 1 }];
  const { buckets, bySeverity } = course(hours, span, 'Europe/Paris');
  expect(buckets).toEqual(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']);
  expect(bySeverity.high).toEqual([0, 1, 2, 0]);
});
