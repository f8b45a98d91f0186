import { unitDisplay } from './format';

const UNITS = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]] as const;

const HOUR = 3_600;
const DAY = 24 * HOUR;
const STEPS = [1, 5, 10, 30, 60, 300, 600, 1_800, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 90 * DAY];

/** The shortest round length of time of which at most so many fit into the seconds: what an axis of time is marked in. */
export function roundStep(seconds: number, most: number): number {
  return STEPS.find((step) => seconds / step <= most) ?? Math.ceil(seconds / most / (365 * DAY)) * 365 * DAY;
}

/** A length of time in its two largest units: `2d 3h`, `4min 10s`; parts of a second only below ten. */
export function duration(seconds: number, locale: string): string {
  const write = (value: number, unit: string, digits = 0) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: unitDisplay(locale), maximumFractionDigits: digits }).format(value);
  if (seconds < 10) return write(seconds, 'second', 1);
  const whole = Math.round(seconds);
  const first = UNITS.findIndex(([, length]) => whole >= length);
  const [unit, length] = UNITS[first]!;
  const next = UNITS[first + 1];
  const rest = next ? Math.floor((whole % length) / next[1]) : 0;
  const large = write(Math.floor(whole / length), unit);
  return next && rest > 0 ? `${large} ${write(rest, next[0])}` : large;
}
