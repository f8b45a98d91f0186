import createClient from 'openapi-fetch';
import { problemOf } from './problem';
import type { components, paths } from './schema';
import { session } from './session';

type Schemas = components['schemas'];
export type Site = Schemas['Site'];
export type Answer = Schemas['Answer'];
export type Question = Schemas['Question'];
export type MetricName = Schemas['MetricName'];
export type Insight = Schemas['Insight'];
export type RunningExperiment = Schemas['RunningExperiment'];
export type Key = Schemas['KeyRecord'];
export type KeyScope = Key['scope'];
export type Role = Schemas['Account']['role'];
export type Catalogue = Schemas['Catalogue'];
export type SavedSegment = Schemas['SavedSegment'];
export type MetricEntry = Schemas['MetricEntry'];
export type Import = Schemas['ImportForm'];
export type DataTable = Schemas['DataTable'];
export type DataTables = Schemas['DataTables'];
export type DataColumn = Schemas['DataColumn'];

/** The typed client of the server's API; every answer that is not a success becomes a thrown `Problem`. */
export const api = createClient<paths>({
  baseUrl: typeof location === 'undefined' ? '' : location.origin,
  fetch: session.fetch,
});

api.use({
  async onResponse({ response }) {
    if (!response.ok && response.status !== 304) throw await problemOf(response);
  },
});

const remembered = new Map<string, { tag: string; answer: Answer }>();
const REMEMBERED_ANSWERS = 200;

/** Asks a question. An answer that has not changed since is not sent again (ETag). */
export async function ask(question: Question, signal?: AbortSignal): Promise<Answer> {
  const key = JSON.stringify(question);
  const known = remembered.get(key);
  const { data, response } = await api.POST('/api/query', {
    body: question,
    signal,
    ...(known ? { headers: { 'If-None-Match': known.tag } } : {}),
  });
  if (response.status === 304 && known) return known.answer;
  if (data === undefined) throw await problemOf(response);
  const tag = response.headers.get('ETag');
  if (tag) {
    if (remembered.size >= REMEMBERED_ANSWERS) remembered.clear();
    remembered.set(key, { tag, answer: data });
  }
  return data;
}

/** The body of a successful answer; the type of `data` allows nothing to be there, the middleware above does not. */
export function body<T>({ data }: { data?: T }): T {
  return data as T;
}
