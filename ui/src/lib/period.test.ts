import { describe, expect, it } from 'vitest';
import { addDays, addMonths, calendar, comparedDays, daysOf, defaultPreset, grainOf, isDay, length, today, weekday, weekdayCounts } from './period';

const shop = { anchor: '2026-11-22', first: '2025-11-22', past: false };

describe('periods', () => {
  it('that roll end yesterday', () => {
    expect(daysOf('last_7_days', shop)).toEqual({ from: '2026-11-15', to: '2026-11-21' });
    expect(daysOf('last_28_days', shop)).toEqual({ from: '2026-10-25', to: '2026-11-21' });
    expect(length(daysOf('last_90_days', shop))).toBe(90);
    expect(daysOf('last_12_months', shop)).toEqual({ from: '2025-11-22', to: '2026-11-21' });
  });
  it('of the calendar follow the calendar', () => {
    expect(daysOf('today', shop)).toEqual({ from: '2026-11-22', to: '2026-11-22' });
    expect(daysOf('this_month', shop)).toEqual({ from: '2026-11-01', to: '2026-11-22' });
    expect(daysOf('last_month', shop)).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(daysOf('year_to_date', shop)).toEqual({ from: '2026-01-01', to: '2026-11-22' });
  });
  it('count back from the last day of a history that has ended', () => {
    const old = calendar({ zone: 'UTC', first_day: '2015-05-03', last_day: '2015-09-18' }, new Date('2026-11-22T12:00:00Z'));
    expect(old).toEqual({ anchor: '2015-09-18', first: '2015-05-03', past: true });
    expect(daysOf('last_7_days', old)).toEqual({ from: '2015-09-12', to: '2015-09-18' });
  });
  it('start with today for a shop whose first event came today', () => {
    expect(defaultPreset({ ...shop, first: '2026-11-22' })).toBe('today');
    expect(defaultPreset(shop)).toBe('last_28_days');
  });
  it('know the day in the shop\u2019s zone', () => {
    expect(today('Europe/Paris', new Date('2026-11-21T23:30:00Z'))).toBe('2026-11-22');
    expect(today('America/New_York', new Date('2026-11-22T03:00:00Z'))).toBe('2026-11-21');
  });
  it('choose a grain by their length', () => {
    expect(grainOf({ from: '2026-11-21', to: '2026-11-22' })).toBe('hour');
    expect(grainOf({ from: '2026-10-25', to: '2026-11-21' })).toBe('day');
    expect(grainOf({ from: '2024-01-01', to: '2026-11-21' })).toBe('week');
  });
});

describe('days', () => {
  it('cross months, years and clock changes', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -12)).toBe('2025-01-15');
  });
  it('are refused when they do not exist', () => {
    expect(isDay('2026-02-30')).toBe(false);
    expect(isDay('today')).toBe(false);
    expect(isDay('2024-02-29')).toBe(true);
  });
  it('count the weekdays of a period', () => {
    expect(weekday('2026-11-22')).toBe(7);
    expect(weekdayCounts({ from: '2026-11-16', to: '2026-11-23' })).toEqual([2, 1, 1, 1, 1, 1, 1]);
  });
  it('are set beside as many before, or the same dates a year earlier', () => {
    const days = { from: '2026-03-01', to: '2026-03-31' };
    expect(comparedDays(days, 'previous_period')).toEqual({ from: '2026-01-29', to: '2026-02-28' });
    expect(comparedDays(days, 'previous_year')).toEqual({ from: '2025-03-01', to: '2025-03-31' });
    expect(comparedDays(days, 'none')).toBeNull();
  });
});
