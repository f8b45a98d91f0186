export type Unit = 'count' | 'money' | 'ratio' | 'seconds';

export interface FormatSettings {
  locale: string;
  currency: string;
  zone: string;
}

/** Every figure on a page is written here: the reader's locale, the shop's currency and zone, no more digits than are true. */
export interface Format {
  count(value: number): string;
  compact(value: number): string;
  money(value: number): string;
  moneyCompact(value: number): string;
  ratio(value: number, digits?: number): string;
  /** Relative change with its sign. */
  change(value: number): string;
  /** Difference of two ratios in points. */
  points(value: number): string;
  seconds(value: number): string;
  /** All its digits, as a table of stored values needs them; a text keeps digits that a number would lose. */
  exact(value: number | string, most?: number, least?: number): string;
  moneyExact(value: number | string, currency?: string): string;
  bytes(value: number): string;
  unit(value: number | null | undefined, unit: string | null | undefined, short?: boolean): string;
  /** As an axis has room for: no cents, no more digits than a tick needs. */
  axis(value: number, unit: string | null | undefined): string;
  /** Change on an axis: whole percents. */
  changeShort(value: number): string;
  day(day: string, style?: 'short' | 'long' | 'weekday'): string;
  days(from: string, to: string): string;
  month(day: string): string;
  hour(hour: number): string;
  time(instant: string): string;
  clock(instant: string): string;
  bucket(text: string, grain: string): string;
  /** As an axis has room for. */
  bucketShort(text: string, grain: string): string;
  instant(instant: string): string;
  /** A day and time that are on the shop's clock already, without a zone. */
  localTime(text: string): string;
  weekday(number: number, style?: 'short' | 'long'): string;
}

export const NOTHING = '–';

/** English writes 3m 20s; other languages' narrow forms run figure and unit together. */
export function unitDisplay(locale: string) {
  return locale.startsWith('en') ? 'narrow' as const : 'short' as const;
}

export function createFormat({ locale, currency, zone }: FormatSettings): Format {
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const whole = number({ maximumFractionDigits: 0 });
  const oneDigit = number({ maximumFractionDigits: 1 });
  const compactNumber = number({ notation: 'compact', maximumSignificantDigits: 3 });
  const cents = number({ style: 'currency', currency });
  const units = number({ style: 'currency', currency, maximumFractionDigits: 0 });
  const compactMoney = number({ style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 3 });
  const signed = number({ style: 'percent', signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const signedWhole = number({ style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 });
  const signedPoints = number({ signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 2 });
  const utc = { timeZone: 'UTC' } as const;
  const dayFormats = {
    short: date({ ...utc, day: 'numeric', month: 'short' }),
    long: date({ ...utc, day: 'numeric', month: 'short', year: 'numeric' }),
    weekday: date({ ...utc, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
  };
  const monthFormat = date({ ...utc, month: 'short', year: 'numeric' });
  const timeFormat = date({ timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const clockFormat = date({ timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const dayClockFormat = date({ timeZone: zone, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  const instantFormat = date({ timeZone: zone, dateStyle: 'medium', timeStyle: 'short' });
  const localFormat = date({ ...utc, dateStyle: 'medium', timeStyle: 'medium' });
  const weekdays = { short: date({ ...utc, weekday: 'short' }), long: date({ ...utc, weekday: 'long' }) };
  const atNoon = (day: string) => new Date(`${day.slice(0, 10)}T12:00:00Z`);

  const format: Format = {
    count: (value) => (Number.isInteger(value) || Math.abs(value) >= 100 ? whole : oneDigit).format(value),
    compact: (value) => (Math.abs(value) < 10_000 ? format.count(value) : compactNumber.format(value)),
    money: (value) => (Math.abs(value) >= 1000 ? units : cents).format(value),
    moneyCompact: (value) => (Math.abs(value) < 10_000 ? format.money(value) : compactMoney.format(value)),
    ratio: (value, digits) => {
      const wanted = digits ?? (Math.abs(value) >= 0.1 ? 1 : 2);
      return number({ style: 'percent', minimumFractionDigits: wanted, maximumFractionDigits: wanted }).format(value);
    },
    change: (value) => (Math.abs(value) >= 1 ? signedWhole : signed).format(value),
    points: (value) => signedPoints.format(value * 100),
    seconds: (value) => {
      const rounded = Math.round(value);
      const write = (amount: number, unit: string, digits = 0) =>
        number({ style: 'unit', unit, unitDisplay: unitDisplay(locale), maximumFractionDigits: digits }).format(amount);
      return rounded < 60 ? write(value, 'second', value < 10 ? 1 : 0) : `${write(Math.floor(rounded / 60), 'minute')} ${write(rounded % 60, 'second')}`;
    },
    exact: (value, most = 20, least = 0) => number({ maximumFractionDigits: most, minimumFractionDigits: least }).format(value as number),
    moneyExact: (value, own = currency) => number({ style: 'currency', currency: own }).format(value as number),
    bytes: (value) => {
      const write = (unit: string, size: number) => number({ style: 'unit', unit, unitDisplay: size === 1 ? 'long' : 'short', maximumFractionDigits: 1 }).format(value / size);
      if (value < 1000) return write('byte', 1);
      return value < 100_000 ? write('kilobyte', 1000) : write('megabyte', 1_000_000);
    },
    unit: (value, unit, short = false) => {
      if (value === null || value === undefined || Number.isNaN(value)) return NOTHING;
      switch (unit) {
        case 'money': return short ? format.moneyCompact(value) : format.money(value);
        case 'ratio': return format.ratio(value);
        case 'seconds': return format.seconds(value);
        default: return short ? format.compact(value) : format.count(value);
      }
    },
    axis: (value, unit) => {
      if (unit === 'money') return (Math.abs(value) >= 10_000 ? compactMoney : units).format(value);
      if (unit === 'ratio') return number({ style: 'percent', maximumFractionDigits: 1 }).format(value);
      return format.unit(value, unit, true);
    },
    changeShort: (value) => signedWhole.format(value),
    day: (day, style = 'short') => dayFormats[style].format(atNoon(day)),
    days: (from, to) => (from === to ? format.day(from, 'long') : dayFormats.long.formatRange(atNoon(from), atNoon(to))),
    month: (day) => monthFormat.format(atNoon(day)),
    hour: (hour) => `${String(hour).padStart(2, '0')}:00`,
    time: (instant) => timeFormat.format(new Date(instant)),
    clock: (instant) => clockFormat.format(new Date(instant)),
    bucket: (text, grain) => (grain === 'hour' ? dayClockFormat.format(new Date(text)) : format.day(text, 'weekday')),
    bucketShort: (text, grain) => (grain === 'hour' ? clockFormat.format(new Date(text)) : format.day(text)),
    instant: (instant) => instantFormat.format(new Date(instant)),
    localTime: (text) => localFormat.format(new Date(`${text}Z`)),
    // 2024-01-01 was a Monday.
    weekday: (day, style = 'short') => weekdays[style].format(new Date(Date.UTC(2024, 0, day, 12))),
  };
  return format;
}
