import type { AuditRecord } from '../../api/people';
import { toCsv } from '../../lib/csv';

/** The name of an act in the reader's language; of one that has none, its code in words. */
export function nameOf(act: string, translated: (key: string) => string | null): string {
  const words = act.replaceAll('_', ' ');
  return translated(`people.acts.${act}`) ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const columns = ['number', 'at', 'act', 'actor', 'subject', 'address', 'detail'] as const;

export function actsCsv(acts: readonly AuditRecord[]): string {
  return toCsv(columns, acts.map((act) => columns.map((column) => act[column])));
}
