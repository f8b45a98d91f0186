import type { Experiment } from '../../api/experiments';

export type Step = 'start' | 'stop' | 'decide' | 'off' | 'on';

/** What can be done with an experiment in its state, the likeliest first; a decision can be changed, a start cannot be taken back. */
export function actsOf({ state, enabled }: Pick<Experiment, 'state' | 'enabled'>): Step[] {
  const own: Record<Experiment['state'], Step[]> = { draft: ['start'], running: ['decide', 'stop'], stopped: ['start', 'decide'], decided: ['decide'] };
  return [...own[state], enabled ? 'off' : 'on'];
}
