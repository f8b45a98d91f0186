import { describe, expect, it } from 'vitest';
import { fetchFile } from './files';
import { Problem } from './problem';

const answering = (response: Response) => () => Promise.resolve(response);
const pieces = (...texts: string[]) => new ReadableStream<Uint8Array>({
  start(controller) {
    texts.forEach((text) => controller.enqueue(new TextEncoder().encode(text)));
    controller.close();
  },
});

describe('a file', () => {
  it('comes whole, under the name that the server gives it, and says how much has come', async () => {
    const seen: number[] = [];
    const headers = { 'Content-Disposition': 'attachment; filename="daily_metrics.csv"' };
    const file = await fetchFile('/api/x', { request: answering(new Response(pieces('date,', 'views\n', '2015-05-03,21\n'), { headers })), onBytes: (bytes) => seen.push(bytes) });
    expect(file.name).toBe('daily_metrics.csv');
    expect(file.content.size).toBe(25);
    expect(seen).toEqual([5, 11, 25]);
  });
  it('has the last part of its address as its name when the server gives none', async () => {
    const file = await fetchFile('/api/data/rejects?x=1', { request: answering(new Response(pieces('a'))) });
    expect(file.name).toBe('rejects');
  });
  it('that is refused is a problem with the time to wait', async () => {
    const refused = Response.json({ code: 'exports_busy', detail: 'try again later' }, { status: 429, headers: { 'Retry-After': '30' } });
    await expect(fetchFile('/api/x', { request: answering(refused) })).rejects.toMatchObject({ status: 429, code: 'exports_busy', retryAfter: 30 });
  });
  it('that breaks off is a problem and not half a file', async () => {
    const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new TypeError('network error')) });
    const failure = await fetchFile('/api/x', { request: answering(new Response(broken)) }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect((failure as Problem).code).toBe('broken_off');
  });
});
