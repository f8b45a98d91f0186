import { useNavigate, useSearch } from '@tanstack/react-router';

/** One of some words, kept in the address under a name; the first of them when nothing or something else stands there. */
export function useChoice<T extends string>(name: string, words: readonly [T, ...T[]]): [T, (next: T) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const chosen = words.find((word) => word === search[name]) ?? words[0];
  const choose = (next: T) =>
    void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, [name]: next === words[0] ? undefined : next }), resetScroll: false } as never);
  return [chosen, choose];
}
