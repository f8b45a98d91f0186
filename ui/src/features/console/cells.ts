import type { SqlAnswer } from '../../api/sql';
import { toCsv, type Cell } from '../../lib/csv';

const numeric = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL.*)$/;

/** Whether the figures of a column stand at the right. */
export function isNumeric(type: string): boolean {
  return numeric.test(type);
}

/** A value as the table shows it: what is not there is seen to be not there. */
export function shown(value: Cell): string {
  if (value === null || value === undefined) return 'NULL';
  return typeof value === 'boolean' ? String(value) : String(value);
}

export function csvOf({ columns, rows }: SqlAnswer): string {
  return toCsv(columns.map(({ name }) => name), rows as unknown as Cell[][]);
}

/** Puts a piece where the selection is, with blanks around it where they are needed. */
export function inserted(text: string, start: number, end: number, piece: string): { text: string; caret: number } {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const left = before === '' || /[\s(,.]$/.test(before) ? '' : ' ';
  const right = after === '' || /^[\s),;]/.test(after) ? '' : ' ';
  return { text: before + left + piece + right + after, caret: before.length + left.length + piece.length };
}
