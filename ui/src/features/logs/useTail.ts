import { useEffect, useState } from 'react';
import { createEventReader } from '../../api/live';
import { problemOf } from '../../api/problem';
import { session } from '../../api/session';
import type { Log, LogSearch } from './types';

const MOST = 500;
const AGAIN_MS = 2_000;
/** New lines are shown a few times a second, not one by one. */
const SHOW_MS = 250;

export interface Tail {
  logs: Log[];
  status: 'waiting' | 'live' | 'lost';
  dropped: number;
}

const NOTHING: Tail = { logs: [], status: 'waiting', dropped: 0 };

/** Logs as they come, the newest first. `EventSource` cannot send the token, so the stream is read by `fetch`. */
export function useTail(search: LogSearch, on: boolean): Tail {
  const [tail, setTail] = useState<Tail>(NOTHING);
  const key = JSON.stringify(search);
  useEffect(() => {
    if (!on) return undefined;
    const stop = new AbortController();
    let fresh: Log[] = [];
    setTail(NOTHING);
    const show = setInterval(() => {
      if (fresh.length === 0) return;
      const next = fresh.reverse();
      fresh = [];
      setTail((before) => ({ ...before, logs: [...next, ...before.logs].slice(0, MOST) }));
    }, SHOW_MS);
    void follow(JSON.parse(key) as LogSearch, stop.signal, {
      log: (log) => { fresh.push(log); },
      pulse: (dropped) => setTail((before) => ({ ...before, status: 'live', dropped: before.dropped + dropped })),
      lost: () => setTail((before) => ({ ...before, status: 'lost' })),
    });
    return () => {
      stop.abort();
      clearInterval(show);
    };
  }, [key, on]);
  return on ? tail : NOTHING;
}

interface Told {
  log: (log: Log) => void;
  pulse: (dropped: number) => void;
  lost: () => void;
}

async function follow(search: LogSearch, signal: AbortSignal, told: Told): Promise<void> {
  while (!signal.aborted) {
    await listen(search, signal, told).catch(() => undefined);
    if (signal.aborted) return;
    told.lost();
    await new Promise((resolve) => { setTimeout(resolve, AGAIN_MS); });
  }
}

async function listen(search: LogSearch, signal: AbortSignal, told: Told): Promise<void> {
  const read = createEventReader((event, data) => {
    if (event === 'log') told.log(JSON.parse(data) as Log);
    if (event === 'pulse') told.pulse((JSON.parse(data) as { dropped: number }).dropped);
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (!['date_from', 'date_to', 'sort'].includes(name) && value !== undefined) query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const response = await session.fetch(`/api/logs/tail?${query}`, { headers: { Accept: 'text/event-stream' }, signal });
  if (!response.ok || !response.body) throw await problemOf(response);
  const parts = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await parts.read(); !part.done; part = await parts.read()) read(part.value);
}
