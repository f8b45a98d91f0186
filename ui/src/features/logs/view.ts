import type { LogSearch } from './types';

/** What is searched, as it stands in the address. */
export interface SearchView {
  q: string;
  range: Range;
  since?: string;
  until?: string;
  sort: Sort;
  fuzzy: boolean;
  /** Chosen values by facet. */
  picked: Record<Facet, string[]>;
  /** Id of the log that is open. */
  log: string | null;
}

export const ranges = ['1h', '24h', '7d', '30d', 'all'] as const;
export type Range = (typeof ranges)[number];
export const sorts = ['newest', 'oldest', 'score', 'response_time', 'amount'] as const;
export type Sort = (typeof sorts)[number];
export const facets = ['level', 'service', 'log_type', 'status_code', 'country', 'error_code', 'host'] as const;
export type Facet = (typeof facets)[number];

const LENGTHS: Record<Exclude<Range, 'all'>, number> = { '1h': 3_600_000, '24h': 86_400_000, '7d': 7 * 86_400_000, '30d': 30 * 86_400_000 };

const oneOf = <T extends string>(values: readonly T[], given: unknown, usual: T): T => values.find((value) => value === given) ?? usual;
const textOf = (given: unknown): string | undefined => (typeof given === 'string' && given !== '' ? given : undefined);

/** Keeps what is valid and drops the rest, so that a mangled link still opens. */
export function readSearch(search: Record<string, unknown>): SearchView {
  const picked = Object.fromEntries(facets.map((facet) => [facet, (textOf(search[facet]) ?? '').split(',').filter(Boolean)])) as Record<Facet, string[]>;
  return {
    q: textOf(search.q) ?? '',
    range: oneOf(ranges, search.range, 'all'),
    since: textOf(search.since),
    until: textOf(search.until),
    sort: oneOf(sorts, search.sort, 'newest'),
    fuzzy: search.fuzzy === 'yes',
    picked,
    log: textOf(search.log) ?? null,
  };
}

/** The parameters of the address that say a view; what is usual is left out. */
export function writeSearch(view: Partial<SearchView>): Record<string, string | undefined> {
  const written: Record<string, string | undefined> = {};
  if ('q' in view) written.q = view.q || undefined;
  if ('range' in view) written.range = view.range === 'all' ? undefined : view.range;
  if ('since' in view) written.since = view.since;
  if ('until' in view) written.until = view.until;
  if ('sort' in view) written.sort = view.sort === 'newest' ? undefined : view.sort;
  if ('fuzzy' in view) written.fuzzy = view.fuzzy ? 'yes' : undefined;
  if ('log' in view) written.log = view.log ?? undefined;
  if (view.picked) for (const facet of facets) written[facet] = view.picked[facet].join(',') || undefined;
  return written;
}

/** What the server is asked; a range counts back from an instant that stays while the page does. */
export function asked(view: SearchView, now: number): LogSearch {
  const rolling = view.since === undefined && view.range !== 'all' ? new Date(now - LENGTHS[view.range]).toISOString() : undefined;
  const picked = Object.fromEntries(facets.filter((facet) => view.picked[facet].length > 0).map((facet) => [facet, view.picked[facet]]));
  return {
    ...(view.q ? { query: view.q } : {}),
    ...((view.since ?? rolling) ? { date_from: view.since ?? rolling } : {}),
    ...(view.until ? { date_to: view.until } : {}),
    ...(view.sort === 'newest' ? {} : { sort: view.sort }),
    ...(view.fuzzy ? { fuzzy: true } : {}),
    ...picked,
  };
}

/** The view that a kept search opens. What has no place of its own on the page becomes a condition of the query. */
export function viewOf(filters: Record<string, unknown>): Partial<SearchView> {
  const list = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.map(String);
    return typeof value === 'string' ? value.split(',').filter(Boolean) : [];
  };
  const more = conditions({ user: textOf(filters.user_id), least: numberOf(filters.min_amount), most: numberOf(filters.max_amount) });
  return {
    q: [textOf(filters.query), more].filter(Boolean).join(' '),
    range: 'all',
    since: textOf(filters.date_from),
    until: textOf(filters.date_to),
    sort: oneOf(sorts, filters.sort, 'newest'),
    fuzzy: filters.fuzzy === true,
    picked: Object.fromEntries(facets.map((facet) => [facet, list(filters[facet])])) as Record<Facet, string[]>,
  };
}

const numberOf = (given: unknown): string | undefined => (typeof given === 'number' ? String(given) : undefined);

/** A field and its value as a condition of the query language. A value with quotes is meant by its words: it cannot stand in quotes as a whole. */
export function condition(field: string, value: string, without = false): string {
  const sign = without ? '-' : '';
  if (value.includes('"')) return `${sign}${field}:"${value.replaceAll('"', ' ').trim()}"`;
  return `${sign}${field}:=${/^[\p{L}\p{N}_./@-]+$/u.test(value) ? value : `"${value}"`}`;
}

/** Whose logs, and of which amounts, as conditions of the query language; empty without any. */
export function conditions({ user, least, most }: { user?: string; least?: string; most?: string }): string {
  const whose = user?.trim() ? condition('user_id', user.trim()) : '';
  const amounts = least || most ? `amount:[${least || '*'} TO ${most || '*'}]` : '';
  return [whose, amounts].filter(Boolean).join(' ');
}

/** What a clock in a zone shows at an instant, as a field for a time has it. */
export function clockIn(zone: string, instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  // Swedish writes times as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T');
}

/** The instant at which a clock in a zone shows a time; of an hour that does not occur, the hour after. */
export function instantIn(zone: string, clock: string): string {
  const wanted = Date.parse(`${clock}Z`);
  const offset = (instant: number) => Date.parse(`${clockIn(zone, new Date(instant).toISOString())}Z`) - Math.floor(instant / 60_000) * 60_000;
  const near = wanted - offset(wanted);
  return new Date(wanted - offset(near)).toISOString();
}
