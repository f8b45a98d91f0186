import type { Dashboard, WantedTile } from '../../api/boards';

export type Tile = Dashboard['tiles'][number];

export const COLUMNS = 12;
export const NARROWEST = 3;
export const HIGHEST = 8;
export const ROW = 90;
export const GAP = 16;

/** The tile at one place stands at another, and the others close up. */
export function moved<T>(tiles: readonly T[], from: number, to: number): T[] {
  const kept = tiles.filter((_, index) => index !== from);
  const place = Math.max(0, Math.min(to, kept.length));
  return tiles[from] === undefined ? [...tiles] : [...kept.slice(0, place), tiles[from], ...kept.slice(place)];
}

const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, Math.round(value)));

export function sized(tile: Tile, width: number, height: number): Tile {
  return { ...tile, width: within(width, NARROWEST, COLUMNS), height: within(height, 1, HIGHEST) };
}

/** Pixels of a tile so many rows high. */
export function pixels(rows: number): number {
  return rows * ROW + (rows - 1) * GAP;
}

/** What the server keeps of a tile. */
export function wanted({ id, kind, width, height, chart, text }: Tile): WantedTile {
  return { id, kind, width, height, chart: chart?.id ?? null, text: text ?? null };
}

/** An id that no other tile has. */
export function freshId(tiles: readonly Tile[]): string {
  const used = new Set(tiles.map(({ id }) => id));
  let number = tiles.length + 1;
  while (used.has(`t${number}`)) number += 1;
  return `t${number}`;
}

/** Tiles whose chart was deleted cannot be kept: there is nothing to keep of them. */
export function keepable(tiles: readonly Tile[]): Tile[] {
  return tiles.filter(({ kind, chart }) => kind === 'note' || (chart !== null && chart !== undefined));
}
