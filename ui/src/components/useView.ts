import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { daysOf, defaultPreset, grainOf, length, type Days, type Grain, type Preset } from '../lib/period';
import { readFilters, writeFilters, type Comparison, type Filter, type View } from '../lib/search';
import { useShop } from './Shop';

export interface CurrentView {
  preset: Preset;
  days: Days;
  count: number;
  grain: Grain;
  comparison: Comparison;
  filters: Filter[];
  /** What every question carries. */
  asked: { period: Days; filters: Filter[]; comparison: Comparison };
  change(part: Partial<View>): void;
  setFilters(filters: Filter[]): void;
}

/** Period, comparison and filters of the address, with the defaults filled in. */
export function useView(): CurrentView {
  const search = useSearch({ strict: false }) as View;
  const navigate = useNavigate();
  const { calendar } = useShop();
  const { period, from, to, compare, filters: written } = search;

  const change = useCallback(
    (part: Partial<View>) => {
      void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, ...part }) } as never);
    },
    [navigate],
  );

  return useMemo(() => {
    const custom = period === 'custom' && from !== undefined && to !== undefined;
    const preset: Preset = period ?? defaultPreset(calendar);
    const days = custom ? { from, to } : daysOf(preset === 'custom' ? defaultPreset(calendar) : preset, calendar);
    const filters = readFilters(written);
    const comparison = compare ?? 'previous_period';
    return {
      preset,
      days,
      count: length(days),
      grain: grainOf(days),
      comparison,
      filters,
      asked: { period: days, filters, comparison },
      change,
      setFilters: (next) => change({ filters: writeFilters(next) || undefined }),
    };
  }, [period, from, to, compare, written, calendar, change]);
}
