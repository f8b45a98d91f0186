import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type LogSearch = Schemas['LogSearch'];
export type LogAnswer = Schemas['LogSearchAnswer'];
export type LogResult = Schemas['LogResult'];
export type SavedSearch = Schemas['SavedLogSearch'];

/** A log as it is: its fields by name. */
export type Log = Record<string, unknown>;
export type Row = Record<string, string | number | boolean | null>;

export interface Span {
  start: string;
  end: string;
}

/** A field of a log as a text; null where it has none. */
export function text(log: Log, field: string): string | null {
  const value = log[field];
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a log says, in one line. */
export function lineOf(log: Log): string {
  const message = text(log, 'message') ?? text(log, 'error_message');
  if (message) return message;
  const parts = ['method', 'endpoint', 'action', 'page', 'transaction_id', 'status', 'error_type'].map((field) => text(log, field));
  return parts.filter(Boolean).join(' ') || (text(log, 'type') ?? '');
}
