import { expect, it } from 'vitest';
import { wayText } from './ways';

it('writes a way until the session ends', () => {
  expect(wayText(['a', 'b', null, null], (step) => step.toUpperCase())).toBe('A → B');
  expect(wayText([null], String)).toBe('');
});
