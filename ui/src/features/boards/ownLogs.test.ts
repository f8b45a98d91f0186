import { describe, expect, it } from 'vitest';
import type { Answer } from '../../api/client';
import { Table } from '../../api/table';
import { boundsOf, fitted, linesOf, NEW_COUNT, ownGrain, stepsOf } from './ownLogs';
import type { FullPlan } from './plan';

const table = (columns: string[], rows: unknown[][]) => new Table({ columns: columns.map((name, index) => ({ name, role: index === 0 ? 'dimension' : 'metric', type: 'text' })), rows, meta: {} } as unknown as Answer);
const plan = (part: Partial<FullPlan>): FullPlan => ({ drawing: 'line', metrics: [], by: [], grain: null, filters: [], limit: 12, logs: 'over_time', log_count: NEW_COUNT, ...part });

describe('charts that people make of logs', () => {
  it('keep what fits another kind and take the usual of what does not', () => {
    const split = fitted(plan({}), 'over_time', 'service');
    expect(split).toMatchObject({ drawing: 'line', log_count: { field: 'service', bounds: [] } });
    const top = fitted({ ...split, log_count: { ...split.log_count!, search: 'timeout' } }, 'top_values', 'service');
    expect(top).toMatchObject({ drawing: 'bar', log_count: { search: 'timeout', field: 'service' } });
    const ranges = fitted(top, 'ranges', 'service');
    expect(ranges.log_count).toEqual({ search: 'timeout', field: 'response_time', bounds: [50, 100, 250, 500, 1000, 2500] });
    expect(fitted(ranges, 'ranges', 'amount').log_count?.bounds).toEqual([50, 100, 200, 500, 1000]);
    expect(fitted(plan({ drawing: 'bar' }), 'over_time', 'level').drawing).toBe('line');
  });
  it('read bounds as people type them and refuse what is no number', () => {
    expect(boundsOf('100; 50 ;100 0,5')).toEqual([0.5, 50, 100]);
    expect(boundsOf('50, 100')).toEqual([50, 100]);
    expect([boundsOf(''), boundsOf('fast')]).toEqual([null, null]);
  });
  it('show steps without a log as none, months by their first day', () => {
    const main = table(['time', 'service', 'logs'], [['2026-11-01T10:00:00Z', 'a', 2], ['2026-11-01T12:00:00Z', 'a', 1], ['2026-11-01T11:00:00Z', 'b', 4]]);
    const steps = stepsOf(main, 'hour');
    expect(steps).toEqual(['2026-11-01T10:00:00Z', '2026-11-01T11:00:00Z', '2026-11-01T12:00:00Z']);
    expect(linesOf(main, 'service', steps)).toEqual([{ value: 'a', counts: [2, 0, 1] }, { value: 'b', counts: [0, 4, 0] }]);
    expect(stepsOf(table(['time', 'logs'], [['2026-01-01', 1], ['2026-04-01', 1]]), 'month')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']);
    expect(stepsOf(table(['time', 'logs'], []), 'day')).toEqual([]);
  });
  it('take steps that fit the period unless they are named', () => {
    expect(ownGrain(plan({}), { from: '2026-01-01', to: '2026-01-14' })).toBe('hour');
    expect(ownGrain(plan({}), { from: '2026-01-01', to: '2026-01-15' })).toBe('day');
    expect(ownGrain(plan({}), { from: '2025-01-01', to: '2026-06-15' })).toBe('week');
    expect(ownGrain(plan({ grain: 'month' }), { from: '2026-01-01', to: '2026-03-04' })).toBe('month');
  });
});
