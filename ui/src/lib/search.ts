import { isDay, presets, type Preset } from './period';

/** What every page reads from its address: which period, compared with what, and which filters. */
export interface View {
  period?: Preset;
  from?: string;
  to?: string;
  compare?: Comparison;
  filters?: string;
}

export const comparisons = ['none', 'previous_period', 'previous_year'] as const;
export type Comparison = (typeof comparisons)[number];

export const operators = ['is', 'is_not', 'contains', 'starts_with', 'exists', 'greater', 'less'] as const;
export type Operator = (typeof operators)[number];

export interface Filter {
  field: string;
  op: Operator;
  values: string[];
}

/** Fields a person can filter by; `day` has the period picker instead. */
export const filterFields = [
  'channel', 'source', 'medium', 'campaign', 'referrer_host', 'country', 'device', 'browser', 'system', 'landing_page', 'product', 'category',
  'visitor_kind', 'segment', 'weekday', 'hour', 'bot',
] as const;
export type FilterField = (typeof filterFields)[number];

const oneOf = <T extends string>(values: readonly T[], text: unknown): T | undefined =>
  values.find((value) => value === text);

/** Keeps what is valid and drops the rest, so that a mangled link still opens. */
export function readView(search: Record<string, unknown>): View {
  const period = oneOf(presets, search.period);
  const from = typeof search.from === 'string' && isDay(search.from) ? search.from : undefined;
  const to = typeof search.to === 'string' && isDay(search.to) ? search.to : undefined;
  const custom = period === 'custom' && from !== undefined && to !== undefined && from <= to;
  const filters = typeof search.filters === 'string' ? writeFilters(readFilters(search.filters)) : undefined;
  const view: View = {};
  if (custom) Object.assign(view, { period, from, to });
  if (period !== undefined && period !== 'custom') view.period = period;
  const compare = oneOf(comparisons, search.compare);
  if (compare !== undefined) view.compare = compare;
  if (filters) view.filters = filters;
  return view;
}

/** `channel:is:Email,Paid;country:is_not:FR`; every part is percent-encoded, so values may hold any sign. */
export function writeFilters(filters: readonly Filter[]): string {
  return filters.map(({ field, op, values }) => [field, op, values.map(escape).join(',')].join(':')).join(';');
}

export function readFilters(text: string | undefined): Filter[] {
  return (text ?? '').split(';').flatMap((part) => {
    const [field, op, values = ''] = part.split(':');
    const known = oneOf(operators, op);
    if (!oneOf(filterFields, field) || known === undefined) return [];
    const list = values.split(',').filter(Boolean).map(unescape);
    return list.length > 0 || known === 'exists' ? [{ field: field!, op: known, values: list }] : [];
  });
}

function escape(value: string): string {
  return encodeURIComponent(value);
}

function unescape(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Search parameters as plain texts, so that a link can be read and typed. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  if (entries.length === 0) return '';
  const text = entries.map(([key, value]) => `${key}=${encodeURIComponent(String(value)).replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%3B/g, ';').replace(/%2F/g, '/')}`);
  return `?${text.join('&')}`;
}

/** Figures of people, of people and bots, or of bots alone: a filter on `bot` like any other, so that a link keeps it. */
export const botViews = ['without', 'with', 'only'] as const;
export type Bots = (typeof botViews)[number];

export function botsOf(filters: readonly Filter[]): Bots {
  const value = filters.find(({ field }) => field === 'bot')?.values[0];
  if (value === 'true') return 'only';
  return value === 'any' ? 'with' : 'without';
}

export function withBots(filters: readonly Filter[], bots: Bots): Filter[] {
  const others = filters.filter(({ field }) => field !== 'bot');
  if (bots === 'without') return others;
  return [...others, { field: 'bot', op: 'is', values: [bots === 'only' ? 'true' : 'any'] }];
}
