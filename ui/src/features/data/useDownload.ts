import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchFile } from '../../api/files';
import { asProblem, type Problem } from '../../api/problem';
import { download } from '../../lib/csv';

export interface DownloadState {
  /** What is being fetched, by the name that the caller gave it. */
  busy: string | null;
  bytes: number;
  done: string | null;
  problem: Problem | null;
  start(name: string, path: string): Promise<void>;
  cancel(): void;
}

const idle = { busy: null, bytes: 0, done: null, problem: null };
const SAY_EVERY_MS = 200;

/** One download at a time; leaving the page ends it. */
export function useDownload(): DownloadState {
  const [state, setState] = useState<Omit<DownloadState, 'start' | 'cancel'>>(idle);
  const running = useRef<AbortController | null>(null);
  const cancel = useCallback(() => running.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  const start = useCallback(async (name: string, path: string) => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    let said = 0;
    const onBytes = (bytes: number) => {
      if (Date.now() - said < SAY_EVERY_MS) return;
      said = Date.now();
      setState((before) => ({ ...before, bytes }));
    };
    setState({ ...idle, busy: name });
    try {
      const file = await fetchFile(path, { signal: own.signal, onBytes });
      download(file.name, file.content);
      setState({ ...idle, done: file.name, bytes: file.content.size });
    } catch (error) {
      if (running.current !== own) return;
      setState(own.signal.aborted ? idle : { ...idle, problem: asProblem(error) });
    }
  }, []);
  return { ...state, start, cancel };
}
