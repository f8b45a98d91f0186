import type { MetricName } from '../../api/client';
import { useAnswer } from '../../api/queries';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';

export const kpis = ['visitors', 'sessions', 'orders', 'revenue', 'aov', 'conversion_per_session'] as const satisfies readonly MetricName[];
export type Kpi = (typeof kpis)[number];

export function isKpi(name: unknown): name is Kpi {
  return kpis.some((kpi) => kpi === name);
}

export function useTotals() {
  const { asked } = useView();
  const query = useAnswer({ kind: 'Totals', metrics: [...kpis], ...asked });
  return { query, table: useTable(query) };
}

/** The key figures over time; several panels draw from this one answer. */
export function useTrend() {
  const { asked, grain } = useView();
  const query = useAnswer({ kind: 'Trend', metrics: [...kpis], grain, ...asked });
  return { query, table: useTable(query) };
}

export { useTable };
