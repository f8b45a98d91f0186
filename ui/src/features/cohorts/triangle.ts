import type { Table } from '../../api/table';

export const measures = ['retention', 'buyer_retention', 'revenue_retention', 'ltv'] as const;
export type Measure = (typeof measures)[number];

export interface CohortCell {
  age: number;
  value: number | null;
  complete: boolean;
}

export interface CohortRow {
  cohort: string;
  size: number;
  cells: CohortCell[];
}

/** The rows of the answer, one per cohort with its cells by age. */
export function cohortsOf(table: Table | null, measure: Measure): CohortRow[] {
  const rows: CohortRow[] = [];
  for (let row = 0; row < (table?.size ?? 0); row += 1) {
    const cohort = table!.text(row, 'cohort') ?? '';
    if (rows.at(-1)?.cohort !== cohort) rows.push({ cohort, size: table!.number(row, 'size') ?? 0, cells: [] });
    rows.at(-1)!.cells.push({ age: table!.number(row, 'age') ?? 0, value: table!.number(row, measure), complete: table!.text(row, 'complete') === 'true' });
  }
  return rows;
}

export interface MeanPoint {
  age: number;
  value: number;
  /** People of the cohorts it stands on. */
  people: number;
}

/** By age the mean of all cohorts that are complete there, each weighing its people. */
export function meanByAge(rows: readonly CohortRow[]): MeanPoint[] {
  const points: MeanPoint[] = [];
  const ages = Math.max(0, ...rows.map(({ cells }) => cells.length));
  for (let age = 0; age < ages; age += 1) {
    const known = rows.flatMap(({ size, cells }) => {
      const cell = cells[age];
      return cell?.complete && cell.value !== null ? [{ size, value: cell.value }] : [];
    });
    const people = known.reduce((sum, { size }) => sum + size, 0);
    if (people > 0) points.push({ age, people, value: known.reduce((sum, { size, value }) => sum + size * value, 0) / people });
  }
  return points;
}

/** First day of the earliest of so many weeks or months up to a day. */
export function startOf(to: string, grain: 'week' | 'month', count: number): string {
  const day = new Date(`${to}T12:00:00Z`);
  if (grain === 'week') day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) - 7 * (count - 1));
  else day.setUTCMonth(day.getUTCMonth() - (count - 1), 1);
  return day.toISOString().slice(0, 10);
}
