/** Days are plain `YYYY-MM-DD` texts in the shop's time zone; arithmetic happens on UTC midnights so that no clock change interferes. */
export const presets = [
  'today', 'yesterday', 'last_7_days', 'last_28_days', 'last_90_days', 'this_month', 'last_month', 'year_to_date', 'last_12_months', 'custom',
] as const;
export type Preset = (typeof presets)[number];

export interface Days {
  from: string;
  to: string;
}

export type Grain = 'hour' | 'day' | 'week';

const MS_PER_DAY = 86_400_000;

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && toText(new Date(`${text}T00:00:00Z`)) === text;
}

export function addDays(day: string, days: number): string {
  return toText(new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY));
}

export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toText(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))));
}

/** Number of days from the first to the last, both included. */
export function length(days: Days): number {
  return Math.round((Date.parse(days.to) - Date.parse(days.from)) / MS_PER_DAY) + 1;
}

export function today(zone: string, now = new Date()): string {
  // Swedish writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}

export interface Calendar {
  /** The day that "today" means: the shop's own, or the last day of data when a shop's history ended long ago. */
  anchor: string;
  first: string | null;
  /** Whether the anchor is the end of the data instead of the present day. */
  past: boolean;
}

const OLD_AFTER_DAYS = 14;

export function calendar(site: { zone: string; first_day: string | null; last_day: string | null }, now = new Date()): Calendar {
  const present = today(site.zone, now);
  const past = site.last_day !== null && addDays(site.last_day, OLD_AFTER_DAYS) < present;
  return { anchor: past && site.last_day ? site.last_day : present, first: site.first_day, past };
}

/** Rolling presets end yesterday, because a day that is still running would pull every mean down; with a history that has ended they end on its last day. */
export function daysOf(preset: Exclude<Preset, 'custom'>, shop: Calendar): Days {
  const { anchor } = shop;
  const end = shop.past ? anchor : addDays(anchor, -1);
  const monthStart = `${anchor.slice(0, 7)}-01`;
  switch (preset) {
    case 'today': return { from: anchor, to: anchor };
    case 'yesterday': return { from: addDays(anchor, -1), to: addDays(anchor, -1) };
    case 'last_7_days': return { from: addDays(end, -6), to: end };
    case 'last_28_days': return { from: addDays(end, -27), to: end };
    case 'last_90_days': return { from: addDays(end, -89), to: end };
    case 'this_month': return { from: monthStart, to: anchor };
    case 'last_month': return { from: addMonths(monthStart, -1), to: addDays(monthStart, -1) };
    case 'year_to_date': return { from: `${anchor.slice(0, 4)}-01-01`, to: anchor };
    case 'last_12_months': return { from: addDays(addMonths(end, -12), 1), to: end };
  }
}

/** A shop whose first event came today has nothing to show in a period that ends yesterday. */
export function defaultPreset(shop: Calendar): Exclude<Preset, 'custom'> {
  return shop.first !== null && shop.first >= shop.anchor ? 'today' : 'last_28_days';
}

const HOURLY_UP_TO_DAYS = 2;
const DAILY_UP_TO_DAYS = 400;

export function grainOf(days: Days): Grain {
  const count = length(days);
  if (count <= HOURLY_UP_TO_DAYS) return 'hour';
  return count <= DAILY_UP_TO_DAYS ? 'day' : 'week';
}

/** 1 = Monday to 7 = Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** How many Mondays, Tuesdays, ... lie in the period; index 0 is Monday. */
export function weekdayCounts(days: Days): number[] {
  const counts = Array<number>(7).fill(0);
  for (let day = days.from; day <= days.to; day = addDays(day, 1)) counts[weekday(day) - 1]! += 1;
  return counts;
}

function toText(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** The days that a comparison sets beside others: as many just before, or the same dates a year earlier. */
export function comparedDays(days: Days, comparison: 'none' | 'previous_period' | 'previous_year'): Days | null {
  if (comparison === 'none') return null;
  if (comparison === 'previous_year') return { from: addMonths(days.from, -12), to: addMonths(days.to, -12) };
  return { from: addDays(days.from, -length(days)), to: addDays(days.from, -1) };
}
