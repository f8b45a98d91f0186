import { describe, expect, it } from 'vitest';
import type { MetricEntry } from '../../api/client';
import { full, grainFor, misfit, questionsOf, type Asked, type FullPlan } from './plan';

const catalogue = [
  { name: 'revenue', unit: 'money' }, { name: 'orders', unit: 'count' }, { name: 'sessions', unit: 'count' }, { name: 'bounce_rate', unit: 'ratio' }, { name: 'events_per_session', unit: 'mean' },
] as MetricEntry[];
const asked: Asked = { period: { from: '2026-03-01', to: '2026-03-28' }, filters: [{ field: 'device', op: 'is', values: ['mobile'] }], comparison: 'previous_period' };
const plan = (part: Partial<FullPlan>): FullPlan => ({ drawing: 'bar', metrics: ['revenue'], by: [], grain: null, filters: [], limit: 12, logs: null, log_count: null, ...part });

describe('whether a plan can be drawn', () => {
  const say = (part: Partial<FullPlan>) => misfit(plan(part), catalogue);
  it('knows how many figures and splits each drawing takes', () => {
    expect(say({ metrics: [] })).toBe('metrics_none');
    expect(say({ drawing: 'heatmap', by: ['hour'] })).toBe('by_two');
    expect(say({ drawing: 'heatmap', by: ['weekday', 'hour'] })).toBeNull();
    expect(say({ drawing: 'pie' })).toBe('by_one');
    expect(say({ drawing: 'scatter', by: ['product'] })).toBe('metrics_two');
    expect(say({ drawing: 'scatter', by: ['product'], metrics: ['revenue', 'orders'] })).toBeNull();
    expect(say({ drawing: 'funnel', by: ['channel'], metrics: ['sessions', 'orders'] })).toBe('by_none');
    expect(say({ drawing: 'funnel', metrics: ['sessions'] })).toBe('metrics_more');
    expect(say({ drawing: 'line', by: ['channel', 'device'] })).toBe('by_most');
    expect(say({ drawing: 'line', by: ['channel'], metrics: ['orders', 'sessions'] })).toBe('metrics_one');
    expect(say({ drawing: 'table', by: ['channel', 'device', 'hour'], metrics: ['revenue', 'bounce_rate'] })).toBeNull();
  });
  it('lets no parts of a rate make a whole and no two units share an axis', () => {
    expect(say({ drawing: 'pie', by: ['channel'], metrics: ['bounce_rate'] })).toBe('unit');
    expect(say({ drawing: 'funnel', metrics: ['sessions', 'bounce_rate'] })).toBe('unit');
    expect(say({ metrics: ['revenue', 'orders'] })).toBe('units');
    expect(say({ metrics: ['orders', 'events_per_session'] })).toBeNull();
  });
});

describe('what a plan asks', () => {
  it('runs over time in steps that fit the period, with the filters of chart and page', () => {
    const own = { field: 'channel', op: 'is', values: ['Direct'] } as const;
    const { main, totals } = questionsOf(plan({ drawing: 'area', filters: [{ ...own, values: [...own.values] }] }), asked, null);
    expect(main).toEqual({ kind: 'Trend', metrics: ['revenue'], grain: 'day', period: asked.period, filters: [own, ...asked.filters], comparison: 'previous_period' });
    expect(totals?.kind).toBe('Totals');
    expect(grainFor(plan({ grain: 'month' }), asked.period)).toBe('month');
  });
  it('asks first for the largest values and then for each of them by day', () => {
    const split = plan({ drawing: 'line', by: ['channel'] });
    expect(questionsOf(split, asked, null)).toMatchObject({ strongest: { kind: 'Breakdown', by: ['channel'], limit: 6 }, main: null });
    expect(questionsOf(split, asked, ['Direct', 'Email']).main).toMatchObject({ by: ['day', 'channel'], filters: [...asked.filters, { field: 'channel', op: 'is', values: ['Direct', 'Email'] }] });
  });
  it('keeps days, hours and weekdays in their order and all else by size', () => {
    expect(questionsOf(plan({ by: ['hour'] }), asked, null).main?.sort).toEqual({ column: 'hour', descending: false });
    expect(questionsOf(plan({ by: ['channel'] }), asked, null).main?.sort).toEqual({ column: 'revenue', descending: true });
  });
  it('compares rows of a table and asks once for a funnel', () => {
    expect(questionsOf(plan({ drawing: 'table', by: ['channel'] }), asked, null).main).toMatchObject({ comparison: 'previous_period', limit: 12 });
    expect(questionsOf(plan({ drawing: 'funnel', metrics: ['sessions', 'orders'] }), asked, null)).toMatchObject({ main: { kind: 'Totals' }, totals: null });
  });
  it('fills in what a saved plan leaves open', () => {
    expect(full({ drawing: 'bar', metrics: ['orders'] })).toEqual({ drawing: 'bar', metrics: ['orders'], by: [], grain: null, filters: [], limit: 12, logs: null, log_count: null });
  });
});
