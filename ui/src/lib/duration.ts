import { unitDisplay } from './format';

const UNITS = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]] as const;

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
