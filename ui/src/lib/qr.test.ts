import { expect, it } from 'vitest';
import { qrPath } from './qr';

it('draws the three corners and leaves a quiet zone', () => {
  const { size, path } = qrPath('otpauth://totp/Chez%20Zo%C3%A9:ann?secret=MZXW6YTBOI');
  const dark = (x: number, y: number) => path.includes(`M${x} ${y}h1`);
  for (const [x, y] of [[4, 4], [size - 11, 4], [4, size - 11]] as const) {
    expect([dark(x, y), dark(x + 6, y), dark(x + 3, y + 3), dark(x + 1, y + 1)]).toEqual([true, true, true, false]);
  }
  for (let at = 0; at < size; at++) expect(dark(at, 3) || dark(3, at) || dark(size - 1, at)).toBe(false);
});
