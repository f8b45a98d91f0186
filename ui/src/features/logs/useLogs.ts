import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { api, body } from '../../api/client';
import type { LogAnswer, LogSearch, Row, Span } from './types';
import { readSearch, writeSearch, type SearchView } from './view';

const PAGE = 100;
const MINUTE = 60_000;

export function useSearchView(): [SearchView, (part: Partial<SearchView>, replace?: boolean) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const key = JSON.stringify(search);
  // The router hands out a new object for the same address.
  const view = useMemo(() => readSearch(JSON.parse(key) as Record<string, unknown>), [key]);
  const change = useCallback(
    (part: Partial<SearchView>, replace = false) => {
      void navigate({ to: '.', replace, resetScroll: false, search: (before: Record<string, unknown>) => ({ ...before, ...writeSearch(part) }) } as never);
    },
    [navigate],
  );
  return [view, change];
}

/** Pages of a search, each leading to the next; counts come with the first. */
export function useLogSearch(search: LogSearch) {
  return useInfiniteQuery({
    queryKey: ['logs', 'search', search],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }): Promise<LogAnswer> =>
      body(await api.POST('/api/logs/search', { body: { ...search, size: PAGE, ...(pageParam ? { cursor: pageParam, facets: false } : {}) } as LogSearch, signal })),
    getNextPageParam: (last) => last.cursor ?? null,
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
    retry: false,
  });
}

export function useOpenedLog(id: string | null) {
  return useQuery({
    queryKey: ['logs', 'one', id],
    queryFn: async ({ signal }) => body(await api.GET('/api/logs/{id}', { params: { path: { id: id! }, query: { context: 12 } }, signal })),
    enabled: id !== null,
    staleTime: MINUTE,
  });
}

export function useSuggestions(q: string) {
  return useQuery({
    queryKey: ['logs', 'complete', q],
    queryFn: async ({ signal }) => body(await api.GET('/api/search/autocomplete', { params: { query: { q } }, signal })).suggestions ?? [],
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });
}

export function useSavedSearches(enabled: boolean) {
  return useQuery({ queryKey: ['logs', 'saved'], queryFn: async ({ signal }) => body(await api.GET('/api/logs/search/saved', { signal })).searches ?? [], enabled });
}

export function usePastSearches(enabled: boolean) {
  return useQuery({ queryKey: ['logs', 'past'], queryFn: async ({ signal }) => body(await api.GET('/api/logs/search/recent', { signal })).searches ?? [], enabled, staleTime: 0 });
}

export function useSaveSearch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (search: { name: string; filters: LogSearch; shared: boolean }) =>
      body(await api.POST('/api/logs/search/save', { body: search as never })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['logs', 'saved'] }),
  });
}

export function useChangeSearch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, ...change }: { id: string; name?: string; shared?: boolean }) =>
      body(await api.PUT('/api/logs/search/saved/{id}', { params: { path: { id } }, body: change as never })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['logs', 'saved'] }),
  });
}

export function useRemoveSearch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await api.DELETE('/api/logs/search/saved/{id}', { params: { path: { id } } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['logs', 'saved'] }),
  });
}

/** Figures over logs; they stay on the screen while newer ones come. */
export interface Figures extends Span {
  [name: string]: unknown;
}

type FiguresPath = '/api/dashboard/overview' | '/api/analytics/errors' | '/api/analytics/transactions' | '/api/performance/metrics' | '/api/performance/api-response-times' | '/api/performance/database-latency';

export function useFigures(path: FiguresPath, query: Record<string, string | undefined>, every?: number) {
  return useQuery({
    queryKey: ['logs', path, query],
    queryFn: async ({ signal }) => body(await api.GET(path, { params: { query: query as never }, signal })) as unknown as Figures,
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
    refetchInterval: every,
  });
}

export function rowsOf(figures: Figures | undefined, name: string): Row[] {
  const rows = figures?.[name];
  return Array.isArray(rows) ? (rows as Row[]) : [];
}

export function numberOf(row: Record<string, unknown> | undefined | null, name: string): number | null {
  const value = row?.[name];
  return typeof value === 'number' ? value : null;
}
