import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from './problem';
import { Session } from './session';

const user = { id: '1', username: 'ada', email: null, role: 'analyst' as const, must_change_password: false };

/** A server that accepts one token at a time and one refresh per cookie. */
class Server {
  readonly calls: string[] = [];
  /** Of the requests that outlive their page. */
  readonly outliving: string[] = [];
  valid = 'first';
  refreshes = 0;
  refreshable = true;

  readonly fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const request = input as Request;
    const path = new URL(request.url).pathname;
    this.calls.push(path);
    if (request.keepalive) this.outliving.push(path);
    await Promise.resolve();
    if (path === '/api/auth/login') return this.#tokens();
    if (path === '/api/auth/refresh') {
      this.refreshes += 1;
      if (!this.refreshable) return Response.json({ code: 'bad_refresh', status: 401, title: 'no' }, { status: 401 });
      this.valid = `renewed-${this.refreshes}`;
      return this.#tokens();
    }
    const known = request.headers.get('Authorization') === `Bearer ${this.valid}`;
    return known ? Response.json({ path, body: await request.text() }) : Response.json({ code: 'no_token' }, { status: 401 });
  };

  #tokens(): Response {
    return Response.json({ access_token: this.valid, refresh_token: 'r', token_type: 'Bearer', expires_in: 900, user });
  }
}

describe('a session', () => {
  let server: Server;
  let session: Session;
  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    server = new Server();
    session = new Session(server.fetch as typeof fetch);
  });
  afterEach(() => vi.useRealTimers());

  it('makes one refresh for many requests that meet an expired token at once', async () => {
    await session.signIn('ada', 'secret');
    server.valid = 'other';
    const answers = await Promise.all(['/api/a', '/api/b', '/api/c'].map((path) => session.fetch(path, { method: 'POST', body: path })));
    expect(server.refreshes).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await answers[1]!.json()).toEqual({ path: '/api/b', body: '/api/b' });
  });

  it('refreshes so that the new token reaches a page that is reloaded meanwhile', async () => {
    await session.signIn('ada', 'secret');
    await session.refresh();
    expect(server.outliving).toContain('/api/auth/refresh');
  });

  it('refreshes before the token ends', async () => {
    await session.signIn('ada', 'secret');
    await vi.advanceTimersByTimeAsync(839_000);
    expect(server.refreshes).toBe(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.refreshes).toBe(1);
  });

  it('that has ended keeps its user, so that the page can stay', async () => {
    await session.signIn('ada', 'secret');
    server.valid = 'other';
    server.refreshable = false;
    expect((await session.fetch('/api/a')).status).toBe(401);
    expect(session.state()).toEqual({ status: 'expired', user });
  });

  it('survives a server that cannot be reached for a moment', async () => {
    await session.signIn('ada', 'secret');
    const unreachable = new Session((async () => { throw new TypeError('no network'); }) as typeof fetch);
    await expect(unreachable.signIn('ada', 'secret')).rejects.toMatchObject({ code: 'unreachable' });
    expect(session.state().status).toBe('signed_in');
  });

  it('asks for no refresh on public pages when nobody was signed in', async () => {
    await session.start(false);
    expect(server.calls).toEqual([]);
    expect(session.state()).toEqual({ status: 'signed_out' });
  });

  it('is taken up again at load', async () => {
    await session.start(true);
    expect(session.state()).toEqual({ status: 'signed_in', user });
  });

  it('keeps no token in the browser\u2019s storage', async () => {
    await session.signIn('ada', 'secret');
    expect(JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })).not.toContain('first');
  });

  it('tells why a sign-in was refused', async () => {
    const locked = new Session((async () => Response.json({ code: 'sign_in_delayed', status: 429, title: 'Too Many Requests' }, { status: 429, headers: { 'Retry-After': '65' } })) as typeof fetch);
    const failure = await locked.signIn('ada', 'no').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({ code: 'sign_in_delayed', retryAfter: 65 });
  });
});
