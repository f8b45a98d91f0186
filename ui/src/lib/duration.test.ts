import { expect, it } from 'vitest';
import { duration, roundStep } from './duration';

it.each([[0, '0s'], [1.25, '1.3s'], [59.6, '1m'], [125, '2m 5s'], [3_600, '1h'], [7_260, '2h 1m'], [90_000, '1d 1h'], [604_800, '7d']])('writes %s seconds as %s', (seconds, text) => {
  expect(duration(seconds, 'en-GB')).toBe(text);
});

it.each([[0, 6, 1], [470, 6, 300], [6 * 86_400 + 22 * 3_600, 7, 86_400], [6 * 86_400 + 22 * 3_600, 4, 2 * 86_400], [3_650 * 86_400, 6, 730 * 86_400]])('marks %s seconds at most %s times, each %s seconds', (seconds, most, step) => {
  expect(roundStep(seconds, most)).toBe(step);
});
