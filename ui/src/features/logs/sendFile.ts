import { problemOf } from '../../api/problem';
import { session } from '../../api/session';

/** Sends one file of logs; the server reads it after its answer. */
export async function sendFile(file: File, onSent: (share: number) => void): Promise<void> {
  const form = new FormData();
  form.append('file', file);
  const response = await session.upload('/api/logs/upload', form, onSent);
  if (!response.ok) throw await problemOf(response);
}
