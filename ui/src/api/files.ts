import { Problem, problemOf } from './problem';
import { session } from './session';

export interface ReceivedFile {
  name: string;
  content: Blob;
}

interface Options {
  signal?: AbortSignal;
  /** Called with the bytes that have come so far. */
  onBytes?: (bytes: number) => void;
  /** Another session than the signed-in one, in tests. */
  request?: (path: string, init: RequestInit) => Promise<Response>;
}

const FOLD_BYTES = 8_000_000;

/** Fetches a file with the access token, which a plain link could not carry. A file that breaks off is a thrown `Problem`, never half a file. */
export async function fetchFile(path: string, { signal, onBytes, request = session.fetch }: Options = {}): Promise<ReceivedFile> {
  const response = await request(path, { signal });
  if (!response.ok) throw await problemOf(response);
  const content = await read(response, onBytes);
  return { name: nameOf(response) ?? path.split('/').at(-1)!.split('?')[0]!, content };
}

async function read(response: Response, onBytes?: (bytes: number) => void): Promise<Blob> {
  if (response.body === null) return response.blob();
  const reader = response.body.getReader();
  const type = response.headers.get('Content-Type') ?? '';
  let whole = new Blob([], { type });
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let waiting = 0;
  // The browser keeps a large blob on its disk, but not a list of pieces.
  const fold = () => {
    whole = new Blob([whole, ...parts], { type });
    parts = [];
    waiting = 0;
  };
  for (;;) {
    const { done, value } = await next(reader);
    if (done) break;
    parts.push(value);
    waiting += value.length;
    onBytes?.(whole.size + waiting);
    if (waiting >= FOLD_BYTES) fold();
  }
  fold();
  return whole;
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>) {
  try {
    return await reader.read();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, 'broken_off', error instanceof Error ? error.message : '');
  }
}

function nameOf(response: Response): string | null {
  return /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? null;
}
