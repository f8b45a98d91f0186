import { expect, it } from 'vitest';
import { createEventReader } from './live';

it('reads events however the stream is cut', () => {
  const heard: [string, string][] = [];
  const read = createEventReader((event, data) => heard.push([event, data]));
  const stream = ': hello\n\nevent: now\ndata: {"visitors":\ndata: 42}\n\nevent: now\r\ndata: {}\r\n\r\ndata: x\n\n';
  for (const sign of stream) read(sign);
  expect(heard).toEqual([['now', '{"visitors":\n42}'], ['now', '{}'], ['message', 'x']]);
});
