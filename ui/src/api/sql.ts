import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body } from './client';
import type { components } from './schema';

export type SqlAnswer = components['schemas']['SqlAnswer'];
export type SqlTable = components['schemas']['SqlTable'];
export type PastStatement = components['schemas']['PastStatement'];

const HISTORY = ['sql', 'history'];

export function useSqlTables(enabled: boolean) {
  return useQuery({ queryKey: ['sql', 'tables'], queryFn: async ({ signal }) => body(await api.GET('/api/sql/tables', { signal })).tables, enabled, staleTime: 600_000 });
}

export function useStatements(enabled: boolean) {
  return useQuery({ queryKey: HISTORY, queryFn: async ({ signal }) => body(await api.GET('/api/sql/history', { signal })).statements, enabled });
}

/** Asks one statement; whether it was answered or not, it stands in the history then. */
export function useRunSql() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (sql: string) => body(await api.POST('/api/sql', { body: { sql } })),
    onSettled: () => client.invalidateQueries({ queryKey: HISTORY }),
  });
}

export function useForgetStatements() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await api.DELETE('/api/sql/history');
    },
    onSuccess: () => client.invalidateQueries({ queryKey: HISTORY }),
  });
}
