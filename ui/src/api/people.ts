import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, type Role } from './client';
import type { components } from './schema';

export type Account = components['schemas']['Account'];
export type AuditRecord = components['schemas']['AuditRecord'];
export type SessionForm = components['schemas']['SessionForm'];
export type SecondFactorDraft = components['schemas']['Draft'];

const SECOND_FACTOR = ['me', 'second-factor'];
const SESSIONS = ['me', 'sessions'];
const USERS = ['users'];

export function useSecondFactor() {
  return useQuery({ queryKey: SECOND_FACTOR, queryFn: async ({ signal }) => body(await api.GET('/api/auth/me/second-factor', { signal })) });
}

export function useBeginSecondFactor() {
  return useMutation({ mutationFn: async (password: string) => body(await api.POST('/api/auth/me/second-factor', { body: { password } })) });
}

/** Resolves with the recovery codes, which the server tells this once. */
export function useConfirmSecondFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (code: string) => body(await api.PUT('/api/auth/me/second-factor', { body: { code } })).recovery_codes,
    onSuccess: () => client.invalidateQueries({ queryKey: SECOND_FACTOR }),
  });
}

export function useRenewCodes() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (password: string) => body(await api.POST('/api/auth/me/second-factor/recovery-codes', { body: { password } })).recovery_codes,
    onSuccess: () => client.invalidateQueries({ queryKey: SECOND_FACTOR }),
  });
}

export function useRemoveSecondFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (password: string) => {
      await api.POST('/api/auth/me/second-factor/removal', { body: { password } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: SECOND_FACTOR }),
  });
}

export function useSessions() {
  return useQuery({ queryKey: SESSIONS, queryFn: async ({ signal }) => body(await api.GET('/api/auth/me/sessions', { signal })).sessions });
}

/** Ends one session, or all others when none is named. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string | null) => {
      if (id === null) await api.DELETE('/api/auth/me/sessions');
      else await api.DELETE('/api/auth/me/sessions/{id}', { params: { path: { id } } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: SESSIONS }),
  });
}

export interface WantedUsers {
  q: string;
  role: Role | null;
  active: boolean | null;
  skip: number;
}

export const USERS_PER_PAGE = 50;

export function useUsers({ q, role, active, skip }: WantedUsers, enabled: boolean) {
  return useQuery({
    queryKey: [...USERS, q, role, active, skip],
    queryFn: async ({ signal }) =>
      body(await api.GET('/api/users', {
        params: { query: { limit: USERS_PER_PAGE, skip, ...(q ? { q } : {}), ...(role ? { role } : {}), ...(active === null ? {} : { is_active: active }) } }, signal,
      })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Whatever is done to an account, the list is asked for again. */
function useUserAct<T, R>(act: (input: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => client.invalidateQueries({ queryKey: USERS }) });
}

export const useAddUser = () =>
  useUserAct(async (user: { username: string; email?: string; role: Role; password: string }) => body(await api.POST('/api/users', { body: user })));

export const useChangeUser = () =>
  useUserAct(async ({ id, ...change }: { id: string; role?: Role; is_active?: boolean }) => body(await api.PUT('/api/users/{id}', { params: { path: { id } }, body: change })));

export const useResetPassword = () =>
  useUserAct(({ id, password }: { id: string; password: string }) => api.PUT('/api/users/{id}/password', { params: { path: { id } }, body: { new_password: password } }));

export const useResetSecondFactor = () => useUserAct((id: string) => api.DELETE('/api/users/{id}/second-factor', { params: { path: { id } } }));

export const useDeleteUser = () => useUserAct((id: string) => api.DELETE('/api/users/{id}', { params: { path: { id } } }));

export interface WantedActs {
  act: string;
  q: string;
  from: string;
  to: string;
}

const ACTS_PER_PAGE = 100;
const ACTS_PER_EXPORT_PAGE = 1000;

function acts({ act, q, from, to }: WantedActs, cursor: number | null, limit: number, signal?: AbortSignal) {
  const query = { limit, ...(act ? { act } : {}), ...(q ? { q } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}), ...(cursor === null ? {} : { cursor }) };
  return api.GET('/api/audit', { params: { query }, signal }).then(body);
}

export function useActs(wanted: WantedActs, cursor: number | null, enabled: boolean) {
  return useQuery({
    queryKey: ['audit', wanted, cursor],
    queryFn: ({ signal }) => acts(wanted, cursor, ACTS_PER_PAGE, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Kinds of acts that were written down so far. */
export function useActKinds(enabled: boolean) {
  return useQuery({ queryKey: ['audit', 'kinds'], queryFn: async ({ signal }) => body(await api.GET('/api/audit/kinds', { signal })).kinds, enabled });
}

/** All acts that are wanted, page by page, for a file. */
export async function allActs(wanted: WantedActs): Promise<AuditRecord[]> {
  const all: AuditRecord[] = [];
  let cursor: number | null = null;
  do {
    const page: components['schemas']['AuditPage'] = await acts(wanted, cursor, ACTS_PER_EXPORT_PAGE);
    all.push(...page.acts);
    cursor = page.next_cursor ?? null;
  } while (cursor !== null);
  return all;
}

export function useRegister() {
  return useMutation({ mutationFn: async (person: { username: string; email: string; password: string }) => body(await api.POST('/api/auth/register', { body: person })) });
}
