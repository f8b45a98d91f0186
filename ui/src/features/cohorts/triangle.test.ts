import { describe, expect, it } from 'vitest';
import type { Answer } from '../../api/client';
import { Table } from '../../api/table';
import { cohortsOf, meanByAge, startOf } from './triangle';

const column = (name: string) => ({ name, type: 'integer', role: 'metric', unit: null });
const table = new Table({
  columns: ['cohort', 'age', 'size', 'retention', 'complete'].map(column),
  rows: [['2026-03-02', 0, 10, 1, true], ['2026-03-02', 1, 10, 0.5, true], ['2026-03-09', 0, 30, 1, true], ['2026-03-09', 1, 30, 0.1, true], ['2026-03-16', 0, 5, 1, true], ['2026-03-16', 1, 5, 0, false]],
  meta: {},
} as unknown as Answer);

describe('cohorts', () => {
  const rows = cohortsOf(table, 'retention');
  it('are rows with their cells', () => {
    expect(rows.map(({ cohort, size, cells }) => [cohort, size, cells.length])).toEqual([['2026-03-02', 10, 2], ['2026-03-09', 30, 2], ['2026-03-16', 5, 2]]);
  });
  it('have a mean that weighs people and leaves out what is not over', () => {
    expect(meanByAge(rows)).toEqual([{ age: 0, people: 45, value: 1 }, { age: 1, people: 40, value: 0.2 }]);
  });
  it('are none before there is an answer', () => {
    expect(meanByAge(cohortsOf(null, 'ltv'))).toEqual([]);
  });
});

it.each([['2026-11-21', 'week', 1, '2026-11-16'], ['2026-11-22', 'week', 3, '2026-11-02'], ['2026-03-31', 'month', 3, '2026-01-01'], ['2026-01-15', 'month', 2, '2025-12-01']] as const)(
  'up to %s the %ss of %i start on %s', (to, grain, count, start) => {
    expect(startOf(to, grain, count)).toBe(start);
  });
