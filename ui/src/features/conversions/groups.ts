import { wilson } from '../../lib/series';

export interface Rated {
  name: string;
  hits: number;
  n: number;
  rate: number;
  low: number;
  high: number;
}

/** A rate from fewer says nothing. */
export const LEAST = 30;
const MOST_SHOWN = 12;

/** Groups that are large enough, with their intervals: in their own order, or the greatest groups by rate. */
export function rated(groups: readonly { name: string; hits: number; n: number }[], ordered: boolean): Rated[] {
  const kept = groups.flatMap(({ name, hits, n }) => {
    const interval = n < LEAST ? null : wilson(hits, n);
    return interval ? [{ name, hits, n, rate: hits / n, low: interval[0], high: interval[1] }] : [];
  });
  if (ordered) return kept;
  return kept.sort((a, b) => b.n - a.n).slice(0, MOST_SHOWN).sort((a, b) => b.rate - a.rate);
}
