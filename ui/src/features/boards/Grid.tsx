import { ActionIcon } from '@mantine/core';
import { IconArrowsDiagonal2, IconGripHorizontal, IconX } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { COLUMNS, GAP, moved, ROW, sized, type Tile } from './arrange';
import styles from './Boards.module.css';

interface Props {
  tiles: readonly Tile[];
  /** Without it, nothing can be moved. */
  onChange?: (tiles: Tile[]) => void;
  nameOf: (tile: Tile) => string;
  children: (tile: Tile) => ReactNode;
}

/**
 * Tiles in reading order on twelve columns. They are moved and sized by pointer and by keyboard; what happens is said aloud.
 * Our own few lines: the known libraries write `<style>` elements while something is dragged, which the policy refuses.
 */
export function Grid({ tiles, onChange, nameOf, children }: Props) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<{ id: string; before: readonly Tile[] } | null>(null);
  const [said, setSaid] = useState('');
  const grid = useRef<HTMLDivElement>(null);

  const place = (id: string) => tiles.findIndex((tile) => tile.id === id);
  const where = (index: number) => ({ place: index + 1, count: tiles.length });
  const move = (from: number, to: number) => {
    if (to < 0 || to >= tiles.length || to === from) return;
    onChange?.(moved(tiles, from, to));
    setSaid(t('boards.moves.moved', where(to)));
  };
  const pick = (tile: Tile) => {
    setPicked({ id: tile.id, before: tiles });
    setSaid(t('boards.moves.picked', { name: nameOf(tile), ...where(place(tile.id)) }));
  };
  const drop = (tile: Tile) => {
    setPicked(null);
    setSaid(t('boards.moves.dropped', { name: nameOf(tile), ...where(place(tile.id)) }));
  };
  const cancel = (tile: Tile) => {
    if (picked) onChange?.([...picked.before]);
    setPicked(null);
    setSaid(t('boards.moves.cancelled', { name: nameOf(tile) }));
  };
  const size = (tile: Tile, width: number, height: number) => {
    const next = sized(tile, width, height);
    if (next.width === tile.width && next.height === tile.height) return;
    onChange?.(tiles.map((other) => (other.id === tile.id ? next : other)));
    setSaid(t('boards.moves.sized', { width: next.width, height: next.height }));
  };

  const onGripKey = (event: KeyboardEvent, tile: Tile) => {
    const held = picked?.id === tile.id;
    const index = place(tile.id);
    if (event.key === ' ' || event.key === 'Enter') (held ? drop : pick)(tile);
    else if (!held) return;
    else if (event.key === 'Escape') cancel(tile);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowDown') move(index, index + 1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') move(index, index - 1);
    else if (event.key === 'Home') move(index, 0);
    else if (event.key === 'End') move(index, tiles.length - 1);
    else return;
    event.preventDefault();
  };
  const onCornerKey = (event: KeyboardEvent, tile: Tile) => {
    const steps: Record<string, [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    size(tile, tile.width + step[0], tile.height + step[1]);
  };
  const onDrag = (event: PointerEvent, tile: Tile) => {
    if (picked?.id !== tile.id || event.buttons === 0) return;
    const over = document.elementsFromPoint(event.clientX, event.clientY).flatMap((element) => element.closest<HTMLElement>('[data-tile]') ?? [])
      .find((element) => element.dataset.tile !== tile.id && grid.current?.contains(element));
    if (over?.dataset.tile) move(place(tile.id), place(over.dataset.tile));
  };
  const onPull = (event: PointerEvent<HTMLElement>, tile: Tile) => {
    const frame = event.currentTarget.closest('[data-tile]')?.getBoundingClientRect();
    if (event.buttons === 0 || !frame || !grid.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const column = (grid.current.clientWidth + GAP) / COLUMNS;
    size(tile, (event.clientX - frame.left + GAP) / column, (event.clientY - frame.top + GAP) / (ROW + GAP));
  };

  return (
    <>
      <div ref={grid} className={styles.grid}>
        {tiles.map((tile) => (
          <div key={tile.id} className={styles.tile} data-tile={tile.id} data-moving={picked?.id === tile.id} style={{ gridColumn: `span ${tile.width}`, gridRow: `span ${tile.height}` }}>
            {onChange && (
              <div className={styles.handles}>
                <ActionIcon variant="subtle" color="gray" className={styles.grip} aria-label={t('boards.grip', { name: nameOf(tile) })} title={t('boards.gripHelp')} aria-pressed={picked?.id === tile.id}
                  onKeyDown={(event) => onGripKey(event, tile)} onBlur={() => picked?.id === tile.id && setPicked(null)}
                  onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); pick(tile); }}
                  onPointerMove={(event) => onDrag(event, tile)} onPointerUp={() => picked?.id === tile.id && drop(tile)}>
                  <IconGripHorizontal size={17} />
                </ActionIcon>
                <ActionIcon variant="subtle" color="gray" aria-label={t('boards.takeOff', { name: nameOf(tile) })} onClick={() => onChange(tiles.filter(({ id }) => id !== tile.id))}><IconX size={16} /></ActionIcon>
              </div>
            )}
            {children(tile)}
            {onChange && (
              <button type="button" className={styles.corner} aria-label={t('boards.size', { name: nameOf(tile) })} title={t('boards.sizeHelp')} onKeyDown={(event) => onCornerKey(event, tile)}
                onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)} onPointerMove={(event) => onPull(event, tile)}>
                <IconArrowsDiagonal2 size={15} aria-hidden />
              </button>
            )}
          </div>
        ))}
      </div>
      {onChange && <div role="status" className="hidden-text">{said}</div>}
    </>
  );
}
