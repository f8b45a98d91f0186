import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';

export function told(message: string) {
  notifications.show({ message, color: 'teal' });
}

export function refused(message: string) {
  notifications.show({ message, color: 'red' });
}

/** Says what was done, with a way back. */
export function undoable(message: string, word: string, undo: () => void) {
  const id = `fraud-${Date.now()}`;
  notifications.show({
    id, color: 'teal', autoClose: 8_000,
    message: <>{message} <Button size="compact-sm" variant="subtle" onClick={() => { notifications.hide(id); undo(); }}>{word}</Button></>,
  });
}
