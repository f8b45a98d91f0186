import type { MetricName } from '../../api/client';
import { addDays, type Days } from '../../lib/period';

/** Rates of days that add up: what stands above the line and below it. Visitors are not among them, who come on several days. */
export const rates = {
  conversion_per_session: ['purchase_sessions', 'sessions'],
  view_to_cart: ['add_to_carts', 'views'],
  cart_to_purchase: ['order_lines', 'add_to_carts'],
  view_to_purchase: ['order_lines', 'views'],
} as const satisfies Partial<Record<MetricName, readonly [MetricName, MetricName]>>;

export type Rate = keyof typeof rates;
export const rateNames = Object.keys(rates) as [Rate, ...Rate[]];

export const LONG_MEAN_DAYS = 30;
export const SHORT_MEAN_DAYS = 7;

/** The period with the days before it that its first means need. */
export function withRunUp({ from, to }: Days): Days {
  return { from: addDays(from, 1 - LONG_MEAN_DAYS), to };
}
