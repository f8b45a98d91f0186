import { useAnswer } from '../../api/queries';
import type { components } from '../../api/schema';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import type { Table } from '../../api/table';
import { comparedDays } from '../../lib/period';
import { sum } from '../../lib/series';

type Dimension = components['schemas']['DimensionName'];

export const states = ['bought', 'recovered', 'open', 'emptied', 'abandoned'] as const;

/** How many carts the share of abandoned ones is of: neither those still open nor those emptied. */
export function ended(table: Table | null): number {
  return sum(['bought', 'recovered', 'abandoned'].map((state) => table?.number(0, state) ?? 0));
}

/** What became of the carts of the period, in one row or by a dimension. */
export function useCarts(by?: Dimension) {
  const { asked } = useView();
  const query = useAnswer({ kind: 'Carts', carts: by ? { by } : {}, period: asked.period, filters: asked.filters, comparison: 'none' });
  return { query, table: useTable(query) };
}

/** The same in one row for the days that the period is compared with; null without a comparison. */
export function useCartsBefore() {
  const { asked } = useView();
  const before = comparedDays(asked.period, asked.comparison);
  const table = useTable(useAnswer({ kind: 'Carts', carts: {}, period: before ?? asked.period, filters: asked.filters, comparison: 'none' }, before !== null));
  return before === null ? null : table;
}
