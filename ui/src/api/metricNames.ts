import type { MetricName } from './client';

/** Every metric there is, in the order of the catalogue; a test compares it with the server's description. */
export const metricNames = [
  'visitors', 'new_visitors', 'sessions', 'events', 'page_views', 'views', 'add_to_carts', 'checkouts',
  'view_sessions', 'cart_sessions', 'checkout_sessions', 'purchase_sessions', 'buyers', 'orders', 'order_lines',
  'units', 'gross_revenue', 'refunds', 'revenue', 'cancelled_orders', 'aov', 'conversion_per_event',
  'conversion_per_session', 'conversion_per_visitor', 'view_to_cart', 'view_to_purchase', 'cart_to_purchase',
  'cart_abandonment', 'bounce_rate', 'events_per_session', 'session_duration', 'revenue_per_visitor', 'logs', 'errors',
  'error_rate',
] as const satisfies readonly MetricName[];

export function isMetric(name: string): name is MetricName {
  return metricNames.some((metric) => metric === name);
}
