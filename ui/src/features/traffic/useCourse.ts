import type { MetricName } from '../../api/client';
import { useAnswer } from '../../api/queries';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';

export const figures = ['visitors', 'new_visitors', 'sessions', 'events', 'events_per_session', 'bounce_rate'] as const satisfies readonly MetricName[];

/** The course of the figures; two cards draw from this one answer. */
export function useCourse() {
  const { asked, grain } = useView();
  const query = useAnswer({ kind: 'Trend', metrics: ['visitors', 'new_visitors', 'sessions', 'events'], grain, ...asked });
  const table = useTable(query);
  const buckets = table?.texts('bucket').map((text) => text ?? '') ?? [];
  return { query, table, buckets, grain };
}
