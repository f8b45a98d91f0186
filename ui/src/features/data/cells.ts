import { NOTHING, type Format } from '../../lib/format';

type Raw = string | number | boolean | null | undefined;

export interface CellKind {
  type: string;
  unit: string | null;
}

export function isNumeric({ type }: CellKind): boolean {
  return type === 'integer' || type === 'decimal';
}

const MEAN_DIGITS = 2;
const TIME_DIGITS = 3;

/** A stored value as the reader writes it. Absent is a dash; an integer without a unit is a name (a year, a moment), not a quantity. */
export function cellText(value: Raw, { type, unit }: CellKind, format: Format, yesNo: (value: boolean) => string): string {
  if (value === null || value === undefined) return NOTHING;
  switch (type) {
    case 'integer': return unit === null ? String(value) : format.exact(asNumber(value));
    case 'decimal': return decimal(asNumber(value), unit, format);
    case 'date': return format.day(String(value), 'long');
    case 'local_time': return format.localTime(String(value));
    case 'timestamp': return format.instant(String(value));
    case 'boolean': return yesNo(value === true || value === 'true');
    default: return String(value);
  }
}

function decimal(value: number | string, unit: string | null, format: Format): string {
  switch (unit) {
    case 'money': return format.moneyExact(value);
    case 'ratio': return format.ratio(Number(value), 2);
    case 'mean': return format.exact(value, MEAN_DIGITS);
    case 'seconds': case 'hours': return format.exact(value, TIME_DIGITS);
    default: return format.exact(value);
  }
}

/** Decimals may come as texts so that no digit is lost. */
function asNumber(value: string | number | boolean): string | number {
  return typeof value === 'boolean' ? Number(value) : value;
}
