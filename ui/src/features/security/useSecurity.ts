import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { api, body } from '../../api/client';
import { problemOf } from '../../api/problem';
import type { components } from '../../api/schema';
import { session } from '../../api/session';
import { readView, spanOf, type Range, type View } from './view';

export type Finding = components['schemas']['SecurityFinding'];
export type Allowed = components['schemas']['AllowedAttack'];
export type WantedException = components['schemas']['WantedException'];

/** A client that has to wait, as the limits know it. */
export interface Block {
  id: string;
  kind: string;
  client: string;
  budget: string;
  since: string;
  until: string;
  refused: number;
}

const AGAIN_MS = 10_000;
const PAGE = 50;

export function useSecurityView(): [View, (part: Partial<View>, replace?: boolean) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const key = JSON.stringify(search);
  // The router hands out a new object for the same address.
  const view = useMemo(() => readView(JSON.parse(key) as Record<string, unknown>), [key]);
  const change = useCallback(
    (part: Partial<View>, replace = false) => {
      const written = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, value === null || value === '' || (name === 'range' && value === '7d') ? undefined : value]));
      void navigate({ to: '.', replace, resetScroll: false, search: (before: Record<string, unknown>) => ({ ...before, ...written }) } as never);
    },
    [navigate],
  );
  return [view, change];
}

export function useSummary(range: Range) {
  return useQuery({
    queryKey: ['security', 'summary', range],
    queryFn: async ({ signal }) => body(await api.GET('/api/security/summary', { params: { query: spanOf(range, new Date()) }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
}

export function useFindings({ range, severity, state, kind, address, q }: View) {
  return useInfiniteQuery({
    queryKey: ['security', 'findings', { range, severity, state, kind, address, q }],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const wanted = { severity, state, kind, address, q, cursor: pageParam };
      const named = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value));
      return body(await api.GET('/api/security/findings', { params: { query: { ...named, ...spanOf(range, new Date()), limit: PAGE } }, signal }));
    },
    getNextPageParam: (last) => last.cursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
}

export function useFinding(id: string | null) {
  return useQuery({
    queryKey: ['security', 'finding', id],
    queryFn: async ({ signal }) => body(await api.GET('/api/security/findings/{id}', { params: { path: { id: id! } }, signal })),
    enabled: id !== null,
  });
}

export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, state, note }: { id: string; state: string; note?: string }) =>
      body(await api.PUT('/api/security/findings/{id}', { params: { path: { id } }, body: { state, ...(note ? { note } : {}) } as never })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['security'] }),
  });
}

export function useAllowed() {
  return useQuery({ queryKey: ['security', 'allowed'], queryFn: async ({ signal }) => body(await api.GET('/api/security/allowed', { signal })).allowed ?? [] });
}

export function useAllow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wanted: WantedException) => body(await api.POST('/api/security/allowed', { body: wanted })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['security'] }),
  });
}

export function useDisallow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await api.DELETE('/api/security/allowed/{id}', { params: { path: { id } } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['security', 'allowed'] }),
  });
}

const BLOCKS = '/api/security/blocks';

/** Clients that have to wait; null where this server keeps no list of them. */
export function useBlocks(enabled: boolean) {
  return useQuery({
    queryKey: ['security', 'blocks'],
    queryFn: async ({ signal }): Promise<Block[] | null> => {
      const answer = await session.fetch(new Request(`${location.origin}${BLOCKS}`, { signal }));
      if (answer.status === 404) return null;
      if (!answer.ok) throw await problemOf(answer);
      return ((await answer.json()) as { blocks: Block[] }).blocks;
    },
    enabled,
    refetchInterval: AGAIN_MS,
    retry: false,
  });
}

export function useLift() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const answer = await session.fetch(new Request(`${location.origin}${BLOCKS}/${id}`, { method: 'DELETE' }));
      if (!answer.ok) throw await problemOf(answer);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['security', 'blocks'] }),
  });
}
