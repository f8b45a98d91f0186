import { problemOf } from './problem';
import type { components } from './schema';
import { session } from './session';

export type Now = components['schemas']['Now'];

export interface LiveState {
  /** `waiting` before the first figure, `live` while they come, `lost` while the connection is being made again. */
  status: 'waiting' | 'live' | 'lost';
  now: Now | null;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** The server speaks about every 2 s; a stream that is silent this long is dead. */
const SILENCE_MS = 20_000;

/** Splits a server-sent event stream into its events. Kept apart from the network so that it can be tested. */
export function createEventReader(onEvent: (event: string, data: string) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    rest += text;
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      let event = 'message';
      const data: string[] = [];
      for (const line of block.split(/\r?\n/)) {
        if (line.startsWith('event:')) event = line.slice(6).trim();
        if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
      }
      if (data.length > 0) onEvent(event, data.join('\n'));
    }
  };
}

/** What happens this moment. `EventSource` cannot send the token, so the stream is read by `fetch`. */
class Live {
  #state: LiveState = { status: 'waiting', now: null };
  readonly #listeners = new Set<() => void>();
  #stop: AbortController | null = null;

  readonly state = (): LiveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop?.abort();
    };
  };

  #start(): void {
    const stop = new AbortController();
    this.#stop = stop;
    void this.#run(stop.signal);
  }

  async #run(signal: AbortSignal): Promise<void> {
    let wait = FIRST_WAIT_MS;
    while (!signal.aborted) {
      if (session.state().status === 'signed_in') {
        const heard = await this.#listen(signal).catch(() => false);
        if (heard) wait = FIRST_WAIT_MS;
      }
      if (signal.aborted) return;
      this.#set({ ...this.#state, status: this.#state.now ? 'lost' : 'waiting' });
      await pause(wait * (0.75 + Math.random() / 2), signal);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }

  /** Reads until the stream ends; tells whether anything was heard. */
  async #listen(signal: AbortSignal): Promise<boolean> {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), SILENCE_MS);
    let heard = false;
    const read = createEventReader((event, data) => {
      if (event !== 'now') return;
      heard = true;
      this.#set({ status: 'live', now: JSON.parse(data) as Now });
    });
    try {
      const response = await session.fetch('/api/shop/live', {
        headers: { Accept: 'text/event-stream' },
        signal: AbortSignal.any([signal, silence.signal]),
      });
      if (!response.ok || !response.body) throw await problemOf(response);
      const text = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await text.read(); !part.done; part = await text.read()) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), SILENCE_MS);
        read(part.value);
      }
    } catch {
      // The caller waits and tries again; what was heard stays on the screen, marked as lost.
    } finally {
      clearTimeout(timer);
    }
    return heard;
  }

  #set(state: LiveState): void {
    this.#state = state;
    this.#listeners.forEach((listener) => listener());
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}

export const live = new Live();
