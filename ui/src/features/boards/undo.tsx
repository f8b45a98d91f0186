import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import { asProblem } from '../../api/problem';
import styles from './Boards.module.css';

const UNDO_MS = 12_000;

/** Says what was done. */
export function done(message: string): void {
  notifications.show({ message, color: 'teal' });
}

export function failed(t: TFunction, error: unknown): void {
  notifications.show({ message: t('boards.failed', { detail: asProblem(error).message }), color: 'red' });
}

/** Says that something is deleted, with the way back. */
export function removed(t: TFunction, name: string, restore: () => Promise<unknown>): void {
  const id = `removed-${name}-${Date.now()}`;
  const undo = async () => {
    notifications.hide(id);
    try {
      await restore();
      done(t('boards.done.restored', { name }));
    } catch (error) {
      failed(t, error);
    }
  };
  notifications.show({
    id, autoClose: UNDO_MS, color: 'gray',
    message: <span className={styles.row}>{t('boards.done.removed', { name })}<Button size="compact-sm" variant="default" onClick={() => void undo()}>{t('boards.undo')}</Button></span>,
  });
}
