import type { MetricName } from '../../api/client';

export const figures = ['events_per_session', 'session_duration', 'bounce_rate', 'page_views', 'views', 'add_to_carts'] as const satisfies readonly MetricName[];

export const actions = ['views', 'pages', 'add_to_carts', 'checkouts', 'others'] as const;
export type Action = (typeof actions)[number];

/** Events told apart by what was done; together they are all events. */
export function countActions(totals: { events: number; page_views: number; views: number; add_to_carts: number; checkouts: number }): Record<Action, number> {
  const { events, page_views: pageViews, views, add_to_carts: adds, checkouts } = totals;
  return { views, pages: pageViews - views, add_to_carts: adds, checkouts, others: events - pageViews - adds - checkouts };
}
