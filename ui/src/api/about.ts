import { useQuery } from '@tanstack/react-query';
import { api, body } from './client';

/** What the program is and holds; read anew on each visit. */
export function useAbout() {
  return useQuery({ queryKey: ['about'], queryFn: async ({ signal }) => body(await api.GET('/api/about', { signal })), staleTime: 0 });
}
