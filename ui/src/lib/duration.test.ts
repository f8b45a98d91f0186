import { expect, it } from 'vitest';
import { duration } from './duration';

it.each([[0, '0s'], [1.25, '1.3s'], [59.6, '1m'], [125, '2m 5s'], [3_600, '1h'], [7_260, '2h 1m'], [90_000, '1d 1h'], [604_800, '7d']])('writes %s seconds as %s', (seconds, text) => {
  expect(duration(seconds, 'en-GB')).toBe(text);
});
