import type { Recommendation } from '../../api/forecasts';
import type { Format } from '../../lib/format';

export const kinds = [
  'product_underconverts', 'step_loss', 'channel_fell', 'device_gap', 'browser_gap', 'country_gap', 'campaign_gap', 'landing_page_gap',
  'refund_heavy', 'cancellations_rose', 'error_hours', 'lapsed_buyers',
] as const;
export type Kind = (typeof kinds)[number];

export const methods = ['difference_of_rates', 'stratified_difference', 'bootstrap_of_days', 'compound_poisson'] as const;
export type Method = (typeof methods)[number];

export function isKind(code: string): code is Kind {
  return (kinds as readonly string[]).includes(code);
}

export function isMethod(code: string): code is Method {
  return (methods as readonly string[]).includes(code);
}

/** The figures of a recommendation, written for its sentences. */
export function said({ params }: Recommendation, format: Format, name: (field: string, text: string) => string, step: (metric: string) => string): Record<string, string> {
  const write = (key: string, how: (value: number) => string) => (typeof params[key] === 'number' ? { [key]: how(params[key]) } : {});
  const text = (key: string) => (typeof params[key] === 'string' ? params[key] : '');
  return {
    name: name(text('field'), text('name')),
    within: text('within'),
    step: step(text('step')),
    next: step(text('next')),
    ...write('rate', format.ratio), ...write('other', format.ratio), ...write('limit', format.ratio), ...write('difference', (value) => format.points(value)),
    ...write('sessions', format.count), ...write('purchases', format.count), ...write('orders', (value) => format.count(Math.round(value))), ...write('buyers', format.count),
    ...write('hours', format.count), ...write('silence', (value) => format.count(Math.round(value))),
  };
}
