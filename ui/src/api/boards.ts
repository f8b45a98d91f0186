import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Plan = Schemas['ChartPlan'];
export type Drawing = Plan['drawing'];
export type LogCount = Schemas['LogCount'];
export type SavedChart = Schemas['SavedChart'];
export type WantedChart = Schemas['WantedChart'];
export type Dashboard = Schemas['Dashboard'];
export type WantedDashboard = Schemas['WantedDashboard'];
export type WantedTile = Schemas['WantedTile'];
export type Embed = Schemas['Embed'];
export type Embedded = Schemas['EmbeddedDashboard'];
export type EmbeddedTile = Schemas['EmbeddedTile'];

const CHARTS = ['charts'];
const DASHBOARDS = ['dashboards'];

export function useCharts() {
  return useQuery({ queryKey: CHARTS, queryFn: async ({ signal }) => body(await api.GET('/api/shop/charts', { signal })).charts });
}

export function useDashboards() {
  return useQuery({ queryKey: DASHBOARDS, queryFn: async ({ signal }) => body(await api.GET('/api/shop/dashboards', { signal })).dashboards });
}

export function useDashboard(id: string) {
  return useQuery({
    queryKey: [...DASHBOARDS, id],
    queryFn: async ({ signal }) => body(await api.GET('/api/shop/dashboards/{id}', { params: { path: { id } }, signal })),
  });
}

/** The figures of a chart of logs that says itself what it counts. */
export function useLogChart(question: Schemas['LogChartQuestion'], enabled: boolean) {
  return useQuery({
    queryKey: ['log chart', question],
    queryFn: async ({ signal }) => body(await api.POST('/api/shop/charts/logs', { body: question, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled,
  });
}

/** A change of charts or dashboards; both lists are asked for again, because dashboards show charts. */
function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: CHARTS }), client.invalidateQueries({ queryKey: DASHBOARDS })]);
    },
  });
}

/** Saves a chart: a new one, or over the one with that id. */
export function useSaveChart() {
  return useChange(async ({ id, ...chart }: WantedChart & { id?: string }) =>
    body(id === undefined
      ? await api.POST('/api/shop/charts', { body: chart })
      : await api.PUT('/api/shop/charts/{id}', { params: { path: { id } }, body: chart })));
}

export function useCopyChart() {
  return useChange(async ({ id, name }: { id: string; name: string }) =>
    body(await api.POST('/api/shop/charts/{id}/copy', { params: { path: { id } }, body: { name } })));
}

export function useRemoveChart() {
  return useChange(async (id: string) => {
    await api.DELETE('/api/shop/charts/{id}', { params: { path: { id } } });
  });
}

export function useRestoreChart() {
  return useChange(async (id: string) => body(await api.POST('/api/shop/charts/{id}/restore', { params: { path: { id } } })));
}

/** Saves a dashboard: a new one, or over the one with that id. */
export function useSaveDashboard() {
  return useChange(async ({ id, ...dashboard }: WantedDashboard & { id?: string }) =>
    body(id === undefined
      ? await api.POST('/api/shop/dashboards', { body: dashboard })
      : await api.PUT('/api/shop/dashboards/{id}', { params: { path: { id } }, body: dashboard })));
}

export function useCopyDashboard() {
  return useChange(async ({ id, name }: { id: string; name: string }) =>
    body(await api.POST('/api/shop/dashboards/{id}/copy', { params: { path: { id } }, body: { name } })));
}

export function useRemoveDashboard() {
  return useChange(async (id: string) => {
    await api.DELETE('/api/shop/dashboards/{id}', { params: { path: { id } } });
  });
}

export function useRestoreDashboard() {
  return useChange(async (id: string) => body(await api.POST('/api/shop/dashboards/{id}/restore', { params: { path: { id } } })));
}

export function useEmbeds(id: string) {
  return useQuery({
    queryKey: ['embeds', id],
    queryFn: async ({ signal }) => body(await api.GET('/api/shop/dashboards/{id}/embeds', { params: { path: { id } }, signal })).embeds,
  });
}

export function useMakeEmbed(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wanted: { hosts: string[]; days: number }) => body(await api.POST('/api/shop/dashboards/{id}/embeds', { params: { path: { id } }, body: wanted })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['embeds', id] }),
  });
}

export function useEndEmbed(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (embed: string) => {
      await api.DELETE('/api/shop/dashboards/{id}/embeds/{embed}', { params: { path: { id, embed } } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['embeds', id] }),
  });
}

const AGAIN_MS = 5 * 60_000;

/** The dashboard of a signed link; nobody has to be signed in. */
export function useEmbedded(token: string) {
  return useQuery({
    queryKey: ['embedded', token],
    queryFn: async ({ signal }) => body(await api.GET('/api/embed/{token}', { params: { path: { token } }, signal })),
    refetchInterval: AGAIN_MS,
  });
}

export type Mailing = Schemas['Mailing'];
export type WantedMailing = Schemas['WantedMailing'];

export function useMailings(id: string) {
  return useQuery({
    queryKey: ['mailings', id],
    queryFn: async ({ signal }) => body(await api.GET('/api/shop/dashboards/{id}/mailings', { params: { path: { id } }, signal })),
    refetchInterval: AGAIN_MS / 10,
  });
}

function useMailingChange<Input, Output>(id: string, change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: ['mailings', id] }) });
}

/** Saves a mailing: a new one, or over the one with that id. */
export function useSaveMailing(id: string) {
  return useMailingChange(id, async ({ mailing, ...wanted }: WantedMailing & { mailing?: string }) =>
    body(mailing === undefined
      ? await api.POST('/api/shop/dashboards/{id}/mailings', { params: { path: { id } }, body: wanted })
      : await api.PUT('/api/shop/dashboards/{id}/mailings/{mailing}', { params: { path: { id, mailing } }, body: wanted })));
}

export function useRemoveMailing(id: string) {
  return useMailingChange(id, async (mailing: string) => {
    await api.DELETE('/api/shop/dashboards/{id}/mailings/{mailing}', { params: { path: { id, mailing } } });
  });
}

export function useSendMailing(id: string) {
  return useMailingChange(id, async (mailing: string) => body(await api.POST('/api/shop/dashboards/{id}/mailings/{mailing}/send', { params: { path: { id, mailing } } })));
}

export function useLeaving(token: string) {
  return useQuery({ queryKey: ['leaving', token], queryFn: async ({ signal }) => body(await api.GET('/api/unsubscribe/{token}', { params: { path: { token } }, signal })) });
}

export function useLeave(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => body(await api.POST('/api/unsubscribe/{token}', { params: { path: { token } } })),
    onSuccess: (leaving) => client.setQueryData(['leaving', token], leaving),
  });
}
