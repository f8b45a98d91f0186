/** What went wrong with a request, whether the server explained it (RFC 9457) or could not be reached at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly requestId: string | null = null,
    readonly retryAfter: number | null = null,
    readonly values: Record<string, string> = {},
  ) {
    super(detail || code);
    this.name = 'Problem';
  }

  get unreachable(): boolean {
    return this.code === 'unreachable';
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : null);
  const seconds = Number(body.retry_after ?? response.headers.get('Retry-After') ?? Number.NaN);
  return new Problem(
    response.status,
    text('code') ?? `http_${response.status}`,
    text('detail') ?? text('title') ?? '',
    text('request_id') ?? response.headers.get('X-Request-Id'),
    Number.isFinite(seconds) ? seconds : null,
    body.values as Record<string, string> | undefined,
  );
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(0, 'unreachable', error instanceof Error ? error.message : '');
}
