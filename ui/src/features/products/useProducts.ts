import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Question } from '../../api/client';
import { useAnswer, type AnswerQuery } from '../../api/queries';
import { Table } from '../../api/table';
import { useView } from '../../components/useView';

export const groups = ['all', 'sold', 'not_sold', 'not_carted', 'under_performing'] as const;
export type Group = (typeof groups)[number];

export const PAGE_ROWS = 25;
/** Fewest baskets that hold both of a pair. */
export const MINIMUM = 5;

export function useTable(query: AnswerQuery): Table | null {
  return useMemo(() => (query.data ? new Table(query.data) : null), [query.data]);
}

/** The name of a product where it is known, else its id. */
export function nameOf(table: Table | null, row: number, id = 'product', name = 'product_name'): string {
  return table?.text(row, name) ?? table?.text(row, id) ?? '';
}

interface Listing {
  group?: Group;
  find?: string;
  sort?: { column: string; descending: boolean };
  offset?: number;
  limit?: number;
}

export function useProducts({ group = 'all', find = '', sort, offset = 0, limit = PAGE_ROWS }: Listing, compared = false) {
  const { asked } = useView();
  const question: Question = {
    kind: 'Products', period: asked.period, filters: asked.filters, comparison: compared ? asked.comparison : 'none',
    products: { group, ...(find ? { search: find } : {}) }, sort: sort ?? { column: 'revenue', descending: true }, limit, offset,
  };
  return useAnswer(question);
}

interface Own {
  group?: string;
  find?: string;
  sort?: string;
  page?: string;
}

/** Group, search, order and page of the list of products, from the address. */
export function useListing() {
  const search = useSearch({ strict: false }) as Own;
  const navigate = useNavigate();
  const change = useCallback(
    (part: Own) => void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, page: undefined, ...part }), resetScroll: false, replace: 'find' in part } as never),
    [navigate],
  );
  const [column = 'revenue', direction = 'down'] = (search.sort ?? 'revenue.down').split('.');
  return {
    group: groups.find((known) => known === search.group) ?? 'all',
    find: search.find ?? '',
    sort: { column, descending: direction !== 'up' },
    page: Math.max(1, Math.floor(Number(search.page)) || 1),
    change,
  };
}
