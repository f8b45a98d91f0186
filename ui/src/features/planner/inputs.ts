import type { SimulationRequest } from '../../api/experiments';

/** Percents are typed as percents. */
export const defaults = { seed: 42 as number | null, runs: 10000 as number | null, doubt: 50 as number | null, overlap: 50 as number | null, budget: null as number | null, scenario: 'first' };
export type PlannerInputs = typeof defaults;

export function simulationOf({ seed, runs, doubt, overlap, budget }: PlannerInputs): SimulationRequest {
  return {
    seed: seed ?? 42, iterations: runs ?? 10_000, days: 30, uncertainty: (doubt ?? 50) / 100, overlap: (overlap ?? 50) / 100, ...(budget === null ? {} : { budget }),
  };
}
