import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api, ask, body, type KeyScope, type Question, type SavedSegment } from './client';
import { session, type SessionState } from './session';

const MINUTE = 60_000;

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.state);
}

export const siteQuery = queryOptions({
  queryKey: ['site'],
  queryFn: async ({ signal }) => body(await api.GET('/api/site', { signal })),
  staleTime: 10 * MINUTE,
});

/** The question is the key: the same question asked by two panels is one request. */
export function useAnswer(question: Question, enabled = true) {
  return useQuery({
    queryKey: ['answer', question],
    queryFn: ({ signal }) => ask(question, signal),
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
    enabled,
  });
}

export type AnswerQuery = ReturnType<typeof useAnswer>;

export function useCatalogue(enabled = true) {
  return useQuery({
    queryKey: ['catalogue'],
    queryFn: async ({ signal }) => body(await api.GET('/api/catalogue', { signal })),
    staleTime: 60 * MINUTE,
    enabled,
  });
}

export function useValues(field: string, q: string, enabled = true) {
  return useQuery({
    queryKey: ['values', field, q],
    queryFn: async ({ signal }) => body(await api.GET('/api/values', { params: { query: { field, ...(q ? { q } : {}) } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
    enabled,
  });
}

export function useInsights(from: string, to: string, comparison: 'none' | 'previous_period' | 'previous_year') {
  return useQuery({
    queryKey: ['insights', from, to, comparison],
    queryFn: async ({ signal }) => body(await api.GET('/api/shop/insights', { params: { query: { from, to, comparison } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });
}

export function useRunningExperiments() {
  return useQuery({
    queryKey: ['experiments', 'running'],
    queryFn: async ({ signal }) => body(await api.GET('/api/experiments/running', { signal })),
    staleTime: MINUTE,
  });
}

export function useKeys() {
  return useQuery({ queryKey: ['keys'], queryFn: async ({ signal }) => body(await api.GET('/api/keys', { signal })) });
}

export function useCreateKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (key: { name: string; scope: KeyScope }) => body(await api.POST('/api/keys', { body: key })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
  });
}

export function useRevokeKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await api.DELETE('/api/keys/{id}', { params: { path: { id } } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
  });
}

export function useImports() {
  return useQuery({ queryKey: ['imports'], queryFn: async ({ signal }) => body(await api.GET('/api/data/imports', { signal })), staleTime: MINUTE });
}

export function useDataTables() {
  return useQuery({ queryKey: ['tables'], queryFn: async ({ signal }) => body(await api.GET('/api/data/tables', { signal })), staleTime: MINUTE });
}

/** Segments that the reader saved or others share. */
export function useSavedSegments(enabled = true) {
  return useQuery({ queryKey: ['segments'], queryFn: async ({ signal }) => body(await api.GET('/api/shop/segments', { signal })), staleTime: MINUTE, enabled });
}

export function useSaveSegment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, ...segment }: Pick<SavedSegment, 'name' | 'filters' | 'shared'> & { id?: string }) =>
      body(id === undefined ? await api.POST('/api/shop/segments', { body: segment }) : await api.PUT('/api/shop/segments/{id}', { params: { path: { id } }, body: segment })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['segments'] }),
  });
}

export function useRestoreSegment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => body(await api.POST('/api/shop/segments/{id}/restore', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['segments'] }),
  });
}

export function useRemoveSegment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await api.DELETE('/api/shop/segments/{id}', { params: { path: { id } } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['segments'] }),
  });
}
