import { isDay, length } from '../../lib/period';

export type Plain = string | number | boolean | null;

/** A figure of a report; the path names its place, `events.raw`. */
export interface Fact {
  path: string;
  value: Plain;
}

/** A list of a report whose entries have parts, such as the reconciliation. */
export interface Grid {
  path: string;
  columns: string[];
  rows: Plain[][];
}

export const groupNames = ['source', 'events', 'shop', 'sessions', 'days', 'money', 'other'] as const;
export type GroupName = (typeof groupNames)[number];

export interface ReportParts {
  groups: { name: GroupName; facts: Fact[] }[];
  rejected: Fact[];
  leftOut: Fact[];
  grids: Grid[];
  /** Path of the session count that the import chose. */
  chosen: string | null;
}

/** Where a known figure stands, in reading order; each has a name under `data.fact`. What is not here is shown under its own name. */
const places: Record<Exclude<GroupName, 'other'>, readonly string[]> = {
  source: ['file', 'mapping'],
  events: [
    'rows', 'lines', 'exact_duplicates', 'groups', 'events.raw', 'events.duplicates', 'events.kept', 'events.views', 'events.add_to_carts',
    'events.transactions', 'events.made', 'events.repeated', 'events.known_before', 'events.added', 'events_without_rate',
  ],
  shop: ['visitors', 'products', 'countries', 'categories', 'properties.rows', 'properties.items', 'properties.distinct'],
  sessions: ['sessions_by_inactivity', 'sessions_by_calendar_day'],
  days: ['first_date', 'last_date', 'calendar_days'],
  money: [
    'orders', 'revenue', 'revenue.gross', 'revenue.refunded', 'revenue.net', 'revenue.refunds_without_order', 'lines_without_price', 'lines_priced_later',
  ],
};

export const knownFacts: readonly string[] = Object.values(places).flat();

const rules: Record<string, string> = { inactivity: 'sessions_by_inactivity', 'calendar-day': 'sessions_by_calendar_day' };

/** Takes a report apart. Every value of it is in exactly one part, whatever a newer server adds; only what is said elsewhere is left out. */
export function partsOf(report: Readonly<Record<string, unknown>>): ReportParts {
  const chosen = chosenRule(report);
  const said = new Set(['seconds', 'revenue.currency', ...(chosen ? ['session_rule', 'sessions'] : [])]);
  const grids: Grid[] = [];
  const facts = flat(report, '', grids).filter(({ path }) => !said.has(path));
  const under = (name: string) => facts.filter(({ path }) => path.startsWith(`${name}.`)).map(({ path, value }) => ({ path: path.slice(name.length + 1), value }));
  const inGroups = facts.filter(({ path }) => !/^(rejected|left_out)\./.test(path));
  const groups = groupNames.map((name) => ({ name, facts: name === 'other' ? inGroups.filter(({ path }) => placeOf(path) === 'other') : inOrder(inGroups, name) }));
  return { groups: groups.filter((group) => group.facts.length > 0), rejected: under('rejected'), leftOut: under('left_out'), grids, chosen };
}

function inOrder(facts: readonly Fact[], group: Exclude<GroupName, 'other'>): Fact[] {
  const rank = ({ path }: Fact) => (places[group].indexOf(path) + 1 || places[group].length + 1);
  return facts.filter(({ path }) => placeOf(path) === group).sort((one, other) => rank(one) - rank(other));
}

function placeOf(path: string): GroupName {
  if (path.startsWith('events.by_type.')) return 'events';
  const known = Object.entries(places).find(([, paths]) => paths.includes(path));
  return (known?.[0] as GroupName | undefined) ?? 'other';
}

/** The chosen count need not be said twice, when it is indeed one of the two. */
function chosenRule(report: Readonly<Record<string, unknown>>): string | null {
  const path = rules[String(report.session_rule)];
  return path !== undefined && report[path] !== undefined && report[path] === report.sessions ? path : null;
}

/** Empty, these are said in a sentence. */
const reasonLists = new Set(['rejected', 'left_out']);

function flat(object: object, before: string, grids: Grid[]): Fact[] {
  return Object.entries(object).flatMap(([key, value]): Fact[] => {
    const path = before + key;
    if (isPlain(value)) return [{ path, value }];
    const grid = gridOf(path, value as object);
    if (grid) {
      grids.push(grid);
      return [];
    }
    if (Object.keys(value as object).length > 0) return flat(value as object, `${path}.`, grids);
    return reasonLists.has(path) ? [] : [{ path, value: null }];
  });
}

/** A list of objects, or objects by name, becomes rows and columns. */
function gridOf(path: string, value: object): Grid | null {
  const entries = Object.entries(value);
  const rows = entries.map(([, entry]: [string, unknown]) => entry);
  if (rows.length === 0 || !rows.every(isRecord)) return null;
  const named = !Array.isArray(value);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = entries.map(([key], index) => [...(named ? [key] : []), ...columns.map((column) => rows[index]![column] ?? null)]);
  return { path, columns: named ? ['term', ...columns] : columns, rows: cells };
}

function isPlain(value: unknown): value is Plain {
  return value === null || typeof value !== 'object';
}

function isRecord(value: unknown): value is Record<string, Plain> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isPlain);
}

/** `events.by_kind_of_thing` as words: a name that this page does not know is still readable. */
export function inWords(path: string): string {
  const text = path.replaceAll('_', ' ').replaceAll('.', ' · ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export interface Reach {
  events: number;
  days: number | null;
}

/** What all imports brought in together: new events, and the days from their first to their last. */
export function reachOf(imports: readonly { events: number; report: Readonly<Record<string, unknown>> }[]): Reach {
  const named = (key: string) => imports.map(({ report }) => report[key]).filter((day): day is string => typeof day === 'string' && isDay(day)).sort();
  const from = named('first_date')[0];
  const to = named('last_date').at(-1);
  return {
    events: imports.reduce((total, { events }) => total + events, 0),
    days: from !== undefined && to !== undefined ? length({ from, to }) : null,
  };
}

/** Largest first, with its share of the rows that were read. */
export function byWeight(reasons: readonly Fact[]): { reason: string; count: number }[] {
  return reasons.map(({ path, value }) => ({ reason: path, count: Number(value) })).sort((one, other) => other.count - one.count);
}
