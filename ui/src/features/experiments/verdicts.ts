import type { Experiment, ExperimentResult } from '../../api/experiments';
import type { Tone } from './options';

type Outcome = ExperimentResult['outcomes'][number];
type Beside = Outcome['comparisons'][number];

/** Which colour a verdict has; the words say the same. */
export function toneOf(verdict: string): 'good' | 'bad' | 'warn' | 'open' {
  if (verdict === 'better') return 'good';
  if (verdict === 'worse') return 'bad';
  return ['split_off', 'better_but'].includes(verdict) ? 'warn' : 'open';
}

export interface Lift {
  estimate: number;
  low: number;
  high: number;
  p: number | null;
}

/** The lift by the comparison that the rule decides by; null where there is none, or none that is relative. */
export function liftOf(beside: Beside, look: string): Lift | null {
  const [told, scale] = look === 'fixed' ? [beside.fixed, beside.fixed_scale] : [beside.always, beside.always_scale];
  if (told === null || scale === 'absolute' || told.estimate === null || told.low === null || told.high === null) return null;
  return { estimate: told.estimate, low: told.low, high: told.high, p: told.adjusted_p_value ?? told.p_value };
}

/** The most that a figure which is never below zero can fall by. */
const ALL = -1;

/** Normal approximations on few people reach below a fall by everything; only money, less refunds, can really fall further. */
export function possible<T extends number | null>(end: T, unit: string): T | number {
  return end === null || unit === 'money' ? end : Math.max(end, ALL);
}

/** Whether an interval lies on one side of no change, and whether that is the good one. */
export function sideOf({ low, high }: { low: number; high: number }, lessIsBetter: boolean): Tone {
  if (low > 0) return lessIsBetter ? 'bad' : 'good';
  if (high < 0) return lessIsBetter ? 'good' : 'bad';
  return 'open';
}

/** Whether everybody gets a variant that the rule does not say is better. To stay with control needs no proof. */
export function isUnproven({ winner, variants }: Pick<Experiment, 'winner' | 'variants'>, { verdict, best }: Pick<ExperimentResult, 'verdict' | 'best'>): boolean {
  return winner !== null && winner !== variants[0]?.name && !(verdict === 'better' && best === winner);
}
