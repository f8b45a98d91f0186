import type { AnalysisRequest, PlanRequest } from '../../api/experiments';

export const calculators = ['compare', 'one', 'size', 'power', 'batch'] as const;
export type Calculator = (typeof calculators)[number];
export const methods = ['z_pooled', 'z_unpooled', 'chi_square', 'chi_square_yates', 'fisher', 'beta_binomial'] as const;
export const alternatives = ['two_sided', 'greater', 'less'] as const;

/** A worked example: percents are typed as percents. */
export const defaults = {
  calc: 'compare', method: 'z_pooled', alternative: 'two_sided', confidence: 95 as number | null,
  ct: 2400 as number | null, ch: 120 as number | null, vt: 2380 as number | null, vh: 156 as number | null,
  ot: 2380 as number | null, oh: 156 as number | null, rate: 5 as number | null,
  kind: 'proportion', base: 5 as number | null, mean: 60 as number | null, sd: 40 as number | null, effect: 10 as number | null,
  power: 80 as number | null, level: 5 as number | null, share: 50 as number | null, daily: 1000 as number | null, units: 20000 as number | null, seq: 'no', noworse: 'no', guards: 0 as number | null, corr: 'holm',
};
export type CalculatorInputs = typeof defaults;

export function calculatorOf(inputs: CalculatorInputs): Calculator {
  return calculators.find((name) => name === inputs.calc) ?? 'compare';
}

/** Null while something is missing. */
export function comparison({ method, alternative, confidence, ct, ch, vt, vh }: CalculatorInputs): AnalysisRequest | null {
  if (confidence === null || ct === null || ch === null || vt === null || vh === null) return null;
  const twoSided = method.startsWith('chi_square') || method === 'beta_binomial';
  return {
    kind: 'proportion', method, alternative: twoSided ? 'two_sided' : alternative, confidence: confidence / 100,
    arms: [{ count: ct, successes: ch }, { count: vt, successes: vh }],
  };
}

/** The relative lift of the same numbers; its interval is that of the log ratio, which has no end below -100 %. */
export function liftOf(request: AnalysisRequest | null): AnalysisRequest | null {
  if (request === null || request.arms?.some(({ successes }) => !successes)) return null;
  return { ...request, method: 'z_unpooled', scale: 'log_ratio' };
}

export function oneSample({ alternative, confidence, ot, oh, rate }: CalculatorInputs): AnalysisRequest | null {
  if (confidence === null || ot === null || oh === null || rate === null) return null;
  return { kind: 'proportion', method: 'one_sample', alternative, confidence: confidence / 100, arms: [{ count: ot, successes: oh }], options: { rate: rate / 100 } };
}

export function plan(inputs: CalculatorInputs): PlanRequest | null {
  const { calc, kind, base, mean, sd, effect, power, level, share, daily, units, alternative, seq, noworse, guards } = inputs;
  const rate = base === null ? null : base / 100;
  const baseline = kind === 'mean' ? mean : rate;
  if (baseline === null || power === null || level === null || share === null || (kind === 'mean' && sd === null)) return null;
  if (effect === null || guards === null || (calc === 'power' && units === null)) return null;
  const sought = noworse === 'yes' ? { margin: Math.abs(effect) / 100 } : { effect: effect / 100, alternative };
  return {
    kind, baseline, ...sought, guardrails: guards, power: power / 100, level: level / 100, sequential: seq === 'yes',
    split: [100 - share, share], ...(kind === 'mean' ? { variance: (sd ?? 0) ** 2 } : {}), ...(daily === null ? {} : { daily_units: daily }), ...(calc === 'power' && units !== null ? { units } : {}),
  };
}

/** 95 % needs no decimals, 99.99 % would be said to be 100 % without. */
export const digitsOf = (confidence: number) => (Number.isInteger(Math.round(confidence * 1e6) / 1e4) ? 0 : 2);
