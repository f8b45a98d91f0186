import { expect, it } from 'vitest';
import { readInputs, writeInputs } from './inputs';

const defaults = { visitors: 2400 as number | null, kind: 'proportion', seed: null as number | null };

it('keeps in the address what differs, and reads it back', () => {
  const changed = { visitors: null, kind: 'mean', seed: 7 };
  expect(writeInputs(changed, defaults)).toBe('visitors:;kind:mean;seed:7');
  expect(readInputs('visitors:;kind:mean;seed:7', defaults)).toEqual(changed);
  expect(writeInputs(defaults, defaults)).toBeUndefined();
});

it('opens with a mangled link', () => {
  expect(readInputs('visitors:abc;kind:<b>;what:9;;:', defaults)).toEqual(defaults);
  expect(readInputs(undefined, defaults)).toEqual(defaults);
});

it('keeps keys with dots, up to their whole length', () => {
  const key = `checkout.v2-${'x'.repeat(88)}`;
  const written = writeInputs({ key }, { key: 'all' });
  expect(written).toBe(`key:${key}`);
  expect(readInputs(written, { key: 'all' })).toEqual({ key });
  expect(readInputs(`key:${key}y`, { key: 'all' })).toEqual({ key: 'all' });
});
