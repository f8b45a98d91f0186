import { expect, it } from 'vitest';
import { randomPassword } from './password';

it('has twenty characters that nobody takes for others', () => {
  const password = randomPassword();
  expect(password).toMatch(/^[a-zA-Z2-9]{20}$/);
  expect(password).not.toMatch(/[iloIO01]/);
  expect(randomPassword()).not.toBe(password);
});

it('throws bytes away that would make some characters likelier', () => {
  let turn = 0;
  const bytes = (wanted: Uint8Array<ArrayBuffer>) => wanted.fill(turn++ === 0 ? 255 : 0);
  expect(randomPassword(bytes)).toBe('a'.repeat(20));
  expect(turn).toBe(2);
});
