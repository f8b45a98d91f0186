import type { Question } from '../../api/client';
import { operators, type Operator } from '../../lib/search';

export const modes = ['required', 'optional', 'excluded'] as const;
export type Mode = (typeof modes)[number];
export const orders = ['ordered', 'strict', 'any'] as const;
export type Order = (typeof orders)[number];
export const entities = ['visitor', 'session', 'cart', 'order'] as const;
export type Entity = (typeof entities)[number];
export const windows = [600, 3_600, 86_400, 604_800, 1_209_600, 2_592_000, 7_776_000] as const;
export const parts = ['channel', 'device', 'country', 'visitor_kind', 'source', 'campaign', 'browser', 'landing_page', 'category'] as const;
export type Part = (typeof parts)[number];
/** Fields of an event that a step can be told apart by. */
export const stepFields = ['page', 'product_id', 'category_id', 'search_query', 'coupon', 'channel', 'utm_campaign'] as const;
export type StepField = (typeof stepFields)[number];

export interface StepFilter {
  field: StepField;
  op: Operator;
  values: string[];
}

export interface Step {
  type: string;
  mode: Mode;
  times: number;
  filters: StepFilter[];
}

export interface Way {
  steps: Step[];
  order: Order;
  entity: Entity;
  /** Seconds. */
  window: number;
  by: Part;
}

export const MOST_STEPS = 10;
const TYPE = /^[a-z][a-z0-9_]{0,63}$/;
const step = (type: string): Step => ({ type, mode: 'required', times: 1, filters: [] });
const WEEK = 604_800;

export const defaultWay: Way = {
  steps: ['product_view', 'add_to_cart', 'checkout', 'purchase'].map(step), order: 'ordered', entity: 'visitor', window: WEEK, by: 'channel',
};

const oneOf = <T extends string>(values: readonly T[], text: unknown, otherwise: T): T => values.find((value) => value === text) ?? otherwise;

/** `product_view*3|page:starts_with:%2Fsale;search?;remove_from_cart!;purchase`: times, optional, excluded, filters. */
export function writeSteps(steps: readonly Step[]): string {
  const sign = { required: '', optional: '?', excluded: '!' } as const;
  return steps.map(({ type, mode, times, filters }) => [
    `${type}${times > 1 ? `*${times}` : ''}${sign[mode]}`,
    ...filters.map(({ field, op, values }) => [field, op, values.map(encodeURIComponent).join(',')].join(':')),
  ].join('|')).join(';');
}

/** The steps of an address; those of everybody when it names none that could be counted. */
export function readSteps(text: string | undefined): Step[] {
  const steps = (text ?? '').split(';').slice(0, MOST_STEPS).flatMap((part) => {
    const [head = '', ...filters] = part.split('|');
    const found = /^([a-z0-9_]+)(?:\*(\d{1,3}))?([?!]?)$/.exec(head);
    if (!found || !TYPE.test(found[1]!)) return [];
    const mode = { '': 'required', '?': 'optional', '!': 'excluded' }[found[3]!] as Mode;
    const times = mode === 'excluded' ? 1 : Math.min(100, Math.max(1, Number(found[2] ?? 1)));
    return [{ type: found[1]!, mode, times, filters: filters.flatMap(readFilter) }];
  });
  return countable(steps) ? steps : defaultWay.steps;
}

function readFilter(text: string): StepFilter[] {
  const [field, op, values = ''] = text.split(':');
  if (!stepFields.some((name) => name === field) || !operators.some((name) => name === op)) return [];
  const list = values.split(',').filter(Boolean).map(plain);
  return list.length > 0 || op === 'exists' ? [{ field: field as StepField, op: op as Operator, values: list }] : [];
}

function plain(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Whether steps make a funnel: two or more, the ends required. */
export function countable(steps: readonly Step[]): boolean {
  return steps.length >= 2 && steps[0]!.mode === 'required' && steps.at(-1)!.mode === 'required';
}

export function readWay(search: Record<string, unknown>): Way {
  const window = Number(search.window);
  const steps = readSteps(typeof search.steps === 'string' ? search.steps : undefined);
  const order = oneOf(orders, search.order, defaultWay.order);
  return {
    steps: order === 'any' ? steps.filter(({ mode }) => mode !== 'excluded') : steps,
    order,
    entity: oneOf(entities, search.entity, defaultWay.entity),
    window: windows.find((known) => known === window) ?? defaultWay.window,
    by: oneOf(parts, search.by, defaultWay.by),
  };
}

/** Only what differs from the default stands in the address. */
export function writeWay(way: Way): Record<string, string | undefined> {
  const unless = (same: boolean, text: string) => (same ? undefined : text);
  const steps = writeSteps(way.steps);
  return {
    steps: unless(steps === writeSteps(defaultWay.steps), steps),
    order: unless(way.order === defaultWay.order, way.order),
    entity: unless(way.entity === defaultWay.entity, way.entity),
    window: unless(way.window === defaultWay.window, String(way.window)),
    by: unless(way.by === defaultWay.by, way.by),
  };
}

type Options = NonNullable<Question['funnel']>;

export function optionsOf(way: Way, show: Options['show'], more: Partial<Options> = {}): Options {
  return { steps: way.steps, order: way.order, window_seconds: way.window, entity: way.entity, show, ...more };
}

export function newStep(): Step {
  return step('page_view');
}
