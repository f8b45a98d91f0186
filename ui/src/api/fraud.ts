import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type FraudCase = Schemas['FraudCase'];
export type FraudFile = Schemas['FraudFile'];
export type FraudStats = Schemas['FraudStats'];
export type FraudIndicator = Schemas['FraudIndicator'];
export type FraudRules = Schemas['FraudRules'];
export type FraudPreview = Schemas['FraudPreview'];
export type FraudQuality = Schemas['FraudQuality'];

const EVERY = 15_000;
export const QUEUE = 100;

export interface Selection {
  from: string;
  to: string;
  state: string;
  q: string;
}

export function useCases({ from, to, state, q }: Selection) {
  return useQuery({
    queryKey: ['fraud', 'cases', from, to, state, q],
    queryFn: async ({ signal }) => body(await api.GET('/api/fraud/suspicious-activities', { params: { query: { from, to, limit: QUEUE, ...(state ? { state } : {}), ...(q ? { q } : {}) } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
  });
}

export function useFraudStats(from: string, to: string) {
  return useQuery({
    queryKey: ['fraud', 'stats', from, to],
    queryFn: async ({ signal }) => body(await api.GET('/api/fraud/stats', { params: { query: { from, to } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
  });
}

export function useFile(id: string | undefined) {
  return useQuery({
    queryKey: ['fraud', 'file', id],
    queryFn: async ({ signal }) => body(await api.GET('/api/fraud/case', { params: { query: { id: id ?? '' } }, signal })),
    enabled: id !== undefined,
  });
}

export type Act = { act: 'assign' | 'reopen'; id: string } | { act: 'decide'; id: string; decision: string; note?: string };

/** Takes a case, decides it, or takes that back. */
export function useAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (act: Act) => {
      const known = { transaction_id: act.id };
      if (act.act === 'decide') return body(await api.POST('/api/fraud/case/decide', { body: { ...known, decision: act.decision, note: act.note ?? null } }));
      if (act.act === 'assign') return body(await api.POST('/api/fraud/case/assign', { body: known }));
      return body(await api.POST('/api/fraud/case/reopen', { body: known }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['fraud'] }),
  });
}

export function useRules() {
  return useQuery({ queryKey: ['fraud', 'rules'], queryFn: async ({ signal }) => body(await api.GET('/api/fraud/rules', { signal })) });
}

export function useRulesHistory() {
  return useQuery({ queryKey: ['fraud', 'history'], queryFn: async ({ signal }) => body(await api.GET('/api/fraud/rules/history', { signal })) });
}

export function usePreview() {
  return useMutation({
    mutationFn: async ({ rules, days }: { rules: FraudRules; days: number }) => body(await api.POST('/api/fraud/rules/preview', { body: { rules, days } })),
  });
}

export function useActivate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ rules, note }: { rules: FraudRules; note: string }) => body(await api.PUT('/api/fraud/rules', { body: { rules, note: note || null } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['fraud'] }),
  });
}
