import type { Format } from './format';

export interface ClassWords {
  days: (days: string) => string;
  hours: (hours: string) => string;
  underHour: string;
  andMore: (low: string) => string;
}

const HOURS_A_DAY = 24;

/** What a class of a histogram is called; `high` is not in it, and absent where the class is open. */
export function className(low: number, high: number | null, unit: string | null, format: Format, words: ClassWords): string {
  if (high === null) return words.andMore(classBound(low, unit, format, words));
  if (unit === 'count') return high - low === 1 ? format.count(low) : `${format.count(low)}–${format.count(high - 1)}`;
  if (unit === 'hours' && low === 0 && high === 1) return words.underHour;
  if (unit === 'seconds' && low === 0 && high === 1) return format.seconds(0);
  return `${classBound(low, unit, format, words)} – ${classBound(high, unit, format, words)}`;
}

/** A quantity in words: hours become days where there are enough of them. */
export function classBound(value: number, unit: string | null, format: Format, words: ClassWords): string {
  if (unit !== 'hours') return unit === 'money' && Number.isInteger(value) ? format.axis(value, 'money') : format.unit(value, unit);
  if (value < HOURS_A_DAY) return words.hours(format.count(Math.round(value * 10) / 10));
  return words.days(format.count(Math.round((value / HOURS_A_DAY) * 10) / 10));
}
