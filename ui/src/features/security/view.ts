export const ranges = ['24h', '7d', '30d', '90d'] as const;
export type Range = (typeof ranges)[number];
export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];
export const states = ['open', 'real', 'false_alarm'] as const;

const HOURS: Record<Range, number> = { '24h': 24, '7d': 168, '30d': 720, '90d': 2160 };
const HOUR_MS = 3_600_000;

export interface View {
  range: Range;
  severity: string | null;
  state: string | null;
  kind: string | null;
  address: string | null;
  q: string;
  finding: string | null;
}

/** What the address asks for; anything it does not know is left out. */
export function readView(search: Record<string, unknown>): View {
  const text = (name: string) => (search[name] === undefined || search[name] === '' ? null : String(search[name]));
  const one = (name: string, known: readonly string[]) => known.find((value) => value === search[name]) ?? null;
  return {
    range: ranges.find((value) => value === search.range) ?? '7d',
    severity: one('severity', severities), state: one('state', states), kind: text('kind'), address: text('address'), q: text('q') ?? '', finding: text('finding'),
  };
}

/** The range up to now in whole hours, so that what is asked stays the same for a while. */
export function spanOf(range: Range, now: Date): { from: string; to: string } {
  const end = Math.ceil((now.getTime() + 1) / HOUR_MS) * HOUR_MS;
  return { from: new Date(end - HOURS[range] * HOUR_MS).toISOString(), to: new Date(end).toISOString() };
}

export interface HourCount {
  hour?: string;
  severity?: string;
  requests?: number;
}

/** Requests by hour or, over more than two days, by day of the shop; buckets without any are zero. */
export function course(hours: readonly HourCount[], span: { from: string; to: string }, zone: string): { daily: boolean; buckets: string[]; bySeverity: Record<Severity, number[]> } {
  const daily = Date.parse(span.to) - Date.parse(span.from) > 48 * HOUR_MS;
  const days = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const bucketOf = (instant: number) => (daily ? days.format(instant) : new Date(instant).toISOString());
  const buckets: string[] = [];
  for (let at = Date.parse(span.from); at < Date.parse(span.to); at += HOUR_MS) {
    const bucket = bucketOf(at);
    if (buckets.at(-1) !== bucket) buckets.push(bucket);
  }
  const places = new Map(buckets.map((bucket, index) => [bucket, index]));
  const bySeverity = Object.fromEntries(severities.map((severity) => [severity, buckets.map(() => 0)])) as Record<Severity, number[]>;
  for (const { hour, severity, requests } of hours) {
    const place = places.get(bucketOf(Date.parse(hour ?? '')));
    const counts = bySeverity[severity as Severity];
    if (place !== undefined && counts) counts[place] = (counts[place] ?? 0) + (requests ?? 0);
  }
  return { daily, buckets, bySeverity };
}
