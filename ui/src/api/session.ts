import { asProblem, Problem, problemOf } from './problem';
import type { components } from './schema';

export type User = components['schemas']['Account'];
type TokenAnswer = components['schemas']['TokenPair'];

/** `expired` keeps the page where it is and asks for the password over it; `signed_out` leaves the page. */
export type SessionState =
  | { status: 'unknown' }
  | { status: 'signed_out' }
  | { status: 'signed_in'; user: User }
  | { status: 'expired'; user: User };

const REFRESH_BEFORE_END_SECONDS = 60;
const MARK = 'vitrine-signed-in';

/**
 * Who is signed in. The access token lives in this object only; the refresh token is a cookie that scripts cannot read.
 * However many requests meet an expired token at once, one refresh is made, also across tabs.
 */
export class Session {
  #state: SessionState = { status: 'unknown' };
  #token: string | null = null;
  #refreshing: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly request: typeof fetch = (...args) => fetch(...args)) {}

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** At load: takes up the session of the cookie, if there may be one. */
  async start(expectSession: boolean): Promise<void> {
    if (expectSession || storage()?.getItem(MARK)) await this.refresh();
    if (this.#state.status === 'unknown') this.#set({ status: 'signed_out' });
  }

  async signIn(username: string, password: string, totp?: string): Promise<void> {
    this.#accept(await this.#post<TokenAnswer>('/api/auth/login', { username, password, ...(totp ? { totp } : {}) }));
  }

  async signOut(): Promise<void> {
    await this.fetch('/api/auth/logout', { method: 'POST' }).catch(() => undefined);
    this.#forget({ status: 'signed_out' });
  }

  /** After a changed password the server's view of the user has changed too. */
  async changePassword(oldPassword: string, newPassword: string): Promise<void> {
    const response = await this.fetch('/api/auth/me/password', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ old_password: oldPassword, new_password: newPassword }),
    });
    if (!response.ok) throw await problemOf(response);
    if (this.#state.status === 'signed_in') {
      this.#set({ status: 'signed_in', user: { ...this.#state.user, must_change_password: false } });
    }
    await this.refresh();
  }

  /** Sends a file with the token and tells how much of it is on its way, which `fetch` cannot. */
  readonly upload = async (path: string, form: FormData, onSent: (share: number) => void): Promise<Response> => {
    const token = this.#token;
    const response = await transfer(path, form, token, onSent);
    if (response.status !== 401 || token === null) return response;
    const renewed = this.#token !== token || (await this.refresh());
    return renewed ? transfer(path, form, this.#token, onSent) : response;
  };

  /** `fetch` with the token; a 401 is met by one refresh and one repetition. */
  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(typeof input === 'string' ? absolute(input) : input, init);
    const again = request.clone();
    const token = this.#token;
    const response = await this.#send(request, token);
    if (response.status !== 401 || token === null) return response;
    const renewed = this.#token !== token || (await this.refresh());
    return renewed ? this.#send(again, this.#token) : response;
  };

  refresh(): Promise<boolean> {
    this.#refreshing ??= this.#renew().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #renew(): Promise<boolean> {
    try {
      this.#accept(await alone(() => this.#post<TokenAnswer>('/api/auth/refresh', {})));
      return true;
    } catch (error) {
      if (asProblem(error).status === 401) this.#end();
      return false;
    }
  }

  #accept(answer: TokenAnswer): void {
    this.#token = answer.access_token;
    storage()?.setItem(MARK, '1');
    clearTimeout(this.#timer);
    const seconds = Math.max(5, answer.expires_in - REFRESH_BEFORE_END_SECONDS);
    this.#timer = setTimeout(() => void this.refresh(), seconds * 1000);
    this.#set({ status: 'signed_in', user: answer.user });
  }

  #end(): void {
    if (this.#state.status === 'signed_in') this.#forget({ status: 'expired', user: this.#state.user });
    else if (this.#state.status === 'unknown') this.#forget({ status: 'signed_out' });
  }

  #forget(state: SessionState): void {
    this.#token = null;
    clearTimeout(this.#timer);
    storage()?.removeItem(MARK);
    this.#set(state);
  }

  #set(state: SessionState): void {
    this.#state = state;
    this.#listeners.forEach((listener) => listener());
  }

  async #send(request: Request, token: string | null): Promise<Response> {
    if (token) request.headers.set('Authorization', `Bearer ${token}`);
    try {
      return await this.request(request);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new Problem(0, 'unreachable', error instanceof Error ? error.message : '');
    }
  }

  async #post<T>(path: string, body: object): Promise<T> {
    const response = await this.#send(
      // Outlives the page: whoever reloads while a token is renewed would lose the new one, and come with a used one.
      new Request(absolute(path), { method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
      null,
    );
    if (!response.ok) throw await problemOf(response);
    return (await response.json()) as T;
  }
}

/** One tab at a time renews, because the server accepts each refresh token once. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return locks ? (locks.request('vitrine-refresh', work) as Promise<T>) : work();
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

export const session = new Session();

function absolute(path: string): URL {
  return new URL(path, globalThis.location.origin);
}

function transfer(path: string, form: FormData, token: string | null, onSent: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new TypeError('the upload broke off'));
    request.onload = () => resolve(new Response(request.responseText, {
      status: request.status, headers: { 'Content-Type': request.getResponseHeader('Content-Type') ?? '', 'X-Request-Id': request.getResponseHeader('X-Request-Id') ?? '' },
    }));
    request.send(form);
  });
}
