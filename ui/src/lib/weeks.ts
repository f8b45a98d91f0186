import { addDays, weekday, type Days } from './period';
import { change, type Value } from './series';

const SHOWN = 13;
const WEEK = 7;

/** Whole weeks from Monday up to the end of a period: all that lie in it, and at least the last thirteen and the one before them. */
export function wholeWeeks({ from, to }: Days): Days {
  const end = addDays(to, -(weekday(to) % WEEK));
  const enough = addDays(end, 1 - WEEK * (SHOWN + 1));
  const monday = addDays(from, (WEEK + 1 - weekday(from)) % WEEK);
  return { from: monday < enough ? monday : enough, to: end };
}

export interface Growth {
  weeks: string[];
  visitors: Value[];
  growth: Value[];
}

/** Each week against the one before; weeks before the shop's first whole one are left out. */
export function growthOf(weeks: readonly string[], visitors: readonly Value[], firstDay: string | null): Growth {
  const start = weeks.findIndex((week) => firstDay !== null && week >= firstDay);
  const from = start < 0 ? weeks.length : start;
  const kept = weeks.slice(from);
  const counts = visitors.slice(from);
  return { weeks: kept, visitors: counts, growth: counts.map((value, index) => change(value, counts[index - 1])) };
}
