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
