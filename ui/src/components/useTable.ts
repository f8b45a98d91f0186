import { useMemo } from 'react';
import type { AnswerQuery } from '../api/queries';
import { Table } from '../api/table';

/** The answer of a query, read by column name; null until there is one. */
export function useTable(query: AnswerQuery): Table | null {
  return useMemo(() => (query.data ? new Table(query.data) : null), [query.data]);
}
