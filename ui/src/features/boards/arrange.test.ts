import { describe, expect, it } from 'vitest';
import { freshId, keepable, moved, pixels, sized, wanted, type Tile } from './arrange';

const tile = (id: string, part: Partial<Tile> = {}): Tile => ({ id, kind: 'note', width: 4, height: 2, chart: null, text: 'x', ...part });

describe('arranging tiles', () => {
  it('moves one and closes up the others', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b'], 0, 9)).toEqual(['b', 'a']);
    expect(moved(['a', 'b'], 7, 0)).toEqual(['a', 'b']);
  });
  it('keeps sizes within the grid', () => {
    expect(sized(tile('a'), 20, 0)).toMatchObject({ width: 12, height: 1 });
    expect(sized(tile('a'), 1.2, 99)).toMatchObject({ width: 3, height: 8 });
    expect([pixels(1), pixels(4)]).toEqual([90, 408]);
  });
  it('gives each new tile an id of its own', () => {
    expect(freshId([tile('t2'), tile('x')])).toBe('t3');
    expect(freshId([tile('t2')])).toBe('t3');
  });
  it('keeps what can be kept and sends what the server knows', () => {
    const chart = { id: 'c', name: '', plan: { drawing: 'bar', metrics: ['orders'] } } as NonNullable<Tile['chart']>;
    expect(keepable([tile('a'), tile('b', { kind: 'chart', text: null }), tile('c', { kind: 'chart', chart, text: null })]).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(wanted(tile('c', { kind: 'chart', chart, text: null }))).toEqual({ id: 'c', kind: 'chart', width: 4, height: 2, chart: 'c', text: null });
  });
});
