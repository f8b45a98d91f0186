import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type AnalysisRequest = Schemas['AnalysisRequest'];
export type AnalysisResult = Schemas['AnalysisResult'];
export type PlanRequest = Schemas['PlanRequest'];
export type ExperimentHistory = Schemas['ExperimentHistory'];
export type PlanResult = Schemas['PlanResult'];
export type BatchResult = Schemas['BatchResult'];
export type Scenario = Schemas['Scenario'];
export type ScenarioEdit = Schemas['ScenarioEdit'];
export type Simulation = Schemas['Simulation'];
export type SimulationRequest = Schemas['SimulationRequest'];

/** The same numbers have the same answer for ever. */
const FOR_EVER = Infinity;

export function useAnalysis(request: AnalysisRequest | null) {
  return useQuery({
    queryKey: ['experiments', 'analyse', request],
    queryFn: async ({ signal }) => body(await api.POST('/api/experiments/analyse', { body: request ?? {}, signal })),
    enabled: request !== null,
    ...(request === null ? {} : { placeholderData: keepPreviousData }),
    staleTime: FOR_EVER,
    retry: false,
  });
}

export function usePlan(request: PlanRequest | null) {
  return useQuery({
    queryKey: ['experiments', 'plan', request],
    queryFn: async ({ signal }) => body(await api.POST('/api/experiments/plan', { body: request ?? {}, signal })),
    enabled: request !== null,
    ...(request === null ? {} : { placeholderData: keepPreviousData }),
    staleTime: FOR_EVER,
    retry: false,
  });
}

export type OutcomeBaseline = Schemas['OutcomeBaseline'];

/** What the shop's visitors have of a metric now, to plan a test of it. */
export function useOutcomeBaseline(outcome: string | null) {
  return useQuery({
    queryKey: ['experiments', 'baseline', outcome],
    queryFn: async ({ signal }) => body(await api.GET('/api/experiments/plan/baseline', { params: { query: { outcome: outcome ?? '' } }, signal })),
    enabled: outcome !== null,
    staleTime: 10 * 60_000,
    retry: false,
  });
}

export function useBatch() {
  return useMutation({
    mutationFn: async ({ text, correction }: { text: string; correction: string }) => body(await api.POST('/api/experiments/analyse/batch', {
      params: { query: { correction } }, body: text, bodySerializer: (sent: unknown) => String(sent), headers: { 'Content-Type': 'text/csv' },
    })),
  });
}

export type Checkpoints = Schemas['CheckpointResult'];

/** Reads experiments of another tool from their checkpoints; nothing is kept. */
export function useCheckpoints() {
  return useMutation({
    mutationFn: async (text: string) => body(await api.POST('/api/experiments/checkpoints', {
      body: text, bodySerializer: (sent: unknown) => String(sent), headers: { 'Content-Type': 'text/csv' },
    })),
  });
}

export function useSimulation(request: SimulationRequest) {
  return useQuery({
    queryKey: ['experiments', 'simulate', request],
    queryFn: async ({ signal }) => body(await api.POST('/api/experiments/simulate', { body: request, signal })),
    placeholderData: keepPreviousData,
    staleTime: 10 * 60_000,
    retry: false,
  });
}

export function useScenarios() {
  return useQuery({ queryKey: ['experiments', 'scenarios'], queryFn: async ({ signal }) => body(await api.GET('/api/experiments/scenarios', { signal })) });
}

/** Replaces the scenarios for everybody; null brings those back that the product came with. */
export function useChangeScenarios() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (scenarios: ScenarioEdit[] | null) => body(
      scenarios === null
        ? await api.DELETE('/api/experiments/scenarios')
        : await api.PUT('/api/experiments/scenarios', { body: { scenarios } }),
    ),
    onSuccess: () => Promise.all([
      client.invalidateQueries({ queryKey: ['experiments', 'scenarios'] }),
      client.invalidateQueries({ queryKey: ['experiments', 'simulate'] }),
    ]),
  });
}

export type Experiment = Schemas['Experiment'];
export type ExperimentEdit = Schemas['ExperimentEdit'];
export type ExperimentResult = Schemas['ExperimentResult'];

export function useExperiments() {
  return useQuery({ queryKey: ['experiments', 'list'], queryFn: async ({ signal }) => body(await api.GET('/api/experiments', { signal })) });
}

export function useExperimentResult(key: string) {
  return useQuery({
    queryKey: ['experiments', 'result', key],
    queryFn: async ({ signal }) => body(await api.GET('/api/experiments/{key}/result', { params: { path: { key } }, signal })),
    staleTime: 60_000,
  });
}

export function useExperimentSegments(key: string, by: string) {
  return useQuery({
    queryKey: ['experiments', 'segments', key, by],
    queryFn: async ({ signal }) => body(await api.GET('/api/experiments/{key}/segments', { params: { path: { key }, query: { by } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function useExperimentHistory(key: string) {
  return useQuery({
    queryKey: ['experiments', 'history', key],
    queryFn: async ({ signal }) => body(await api.GET('/api/experiments/{key}/history', { params: { path: { key } }, signal })),
  });
}

export function useDefineExperiment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, edit }: { key: string; edit: ExperimentEdit }) => body(await api.PUT('/api/experiments/{key}', { params: { path: { key } }, body: edit })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['experiments'] }),
  });
}

export type Act = 'start' | 'stop' | 'decide' | 'switch';

/** Starts, stops, decides or switches an experiment, with a note for the log of decisions. */
export function useChangeExperiment(key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ act, ...note }: { act: Act; note?: string; variant?: string; enabled?: boolean }) => {
      const sent = { params: { path: { key } }, body: note };
      if (act === 'start') return body(await api.POST('/api/experiments/{key}/start', sent));
      if (act === 'stop') return body(await api.POST('/api/experiments/{key}/stop', sent));
      if (act === 'decide') return body(await api.POST('/api/experiments/{key}/decide', sent));
      return body(await api.POST('/api/experiments/{key}/switch', sent));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['experiments'] }),
  });
}
