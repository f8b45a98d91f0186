import { describe, expect, it } from 'vitest';
import type { Answer } from '../../api/client';
import { Table } from '../../api/table';
import type { FullPlan } from './plan';
import { isEmpty, isWhole, median, shapeOf, type Shape } from './shape';

function table(dimensions: string[], metrics: string[], rows: (string | number | null)[][]): Table {
  const column = (role: string) => (name: string) => ({ name, role, type: 'text', unit: role === 'metric' ? 'count' : null });
  return new Table({ columns: [...dimensions.map(column('dimension')), ...metrics.map(column('metric'))], rows, meta: { notes: [] } } as unknown as Answer);
}
const plan = (part: Partial<FullPlan>): FullPlan => ({ drawing: 'bar', metrics: ['orders'], by: [], grain: null, filters: [], limit: 3, logs: null, log_count: null, ...part });

describe('the shape of figures', () => {
  it('shows so many bars as were asked for and says how many are left', () => {
    const shape = shapeOf(plan({ by: ['channel'] }), table(['channel'], ['orders'], [['a', 9], ['b', 8], [null, 7], ['d', 6], ['e', 5]]), null);
    expect(shape).toMatchObject({ kind: 'series', categories: ['a', 'b', null], leftOut: 2, lines: [{ key: 'orders', values: [9, 8, 7] }] });
  });
  it('makes a line for each value, over days in their order', () => {
    const rows = [['2026-03-02', 'a', 1], ['2026-03-01', 'a', 2], ['2026-03-01', 'b', 9]];
    expect(shapeOf(plan({ drawing: 'line', by: ['channel'] }), table(['day', 'channel'], ['orders'], rows), null)).toMatchObject({
      categories: ['2026-03-01', '2026-03-02'], of: 'channel', lines: [{ key: 'b', values: [9, null] }, { key: 'a', values: [2, 1] }],
    });
  });
  it('sorts the hours of a heat map as a clock does', () => {
    const shape = shapeOf(plan({ drawing: 'heatmap', by: ['weekday', 'hour'] }), table(['weekday', 'hour'], ['orders'], [[2, 10, 5], [1, 9, 3]]), null) as Extract<Shape, { kind: 'heat' }>;
    expect(shape.columns).toEqual(['9', '10']);
    expect(shape.rows).toEqual(['1', '2']);
    expect(shape.cells).toEqual([[1, 1, 5], [0, 0, 3]]);
  });
  it('cuts no pie into more than five parts, and the parts are the whole', () => {
    const rows = [['a', 50], ['b', 20], ['c', 10], ['d', 10], ['e', 6], ['f', 4]];
    const shape = shapeOf(plan({ drawing: 'pie', by: ['device'] }), table(['device'], ['orders'], rows), table([], ['orders'], [[100]])) as Extract<Shape, { kind: 'parts' }>;
    expect(shape.parts.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
    expect(shape.other).toEqual({ count: 2, value: 10 });
    expect(isWhole(shape)).toBe(true);
    expect(isWhole({ ...shape, total: 90 })).toBe(false);
  });
  it('leaves out dots that lack a figure', () => {
    const shape = shapeOf(plan({ drawing: 'scatter', metrics: ['orders', 'sessions'], by: ['product'] }), table(['product'], ['orders', 'sessions'], [['p', 1, 2], ['q', null, 3]]), null);
    expect(shape).toEqual({ kind: 'dots', of: 'product', dots: [{ name: 'p', x: 1, y: 2 }] });
  });
  it('knows when there is nothing to draw', () => {
    const none = table(['channel'], ['orders'], [['a', 0], ['b', null]]);
    expect(isEmpty(shapeOf(plan({ by: ['channel'] }), none, null), none)).toBe(true);
  });
  it('finds the middle of odd and even counts', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, 0]);
  });
});
