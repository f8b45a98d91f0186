import { expect, it } from 'vitest';
import { toneOf } from './verdicts';

it('warns of a split that is off and colours only what is decided', () => {
  expect(['better', 'worse', 'split_off', 'open', 'too_early', 'empty'].map(toneOf)).toEqual(['good', 'bad', 'warn', 'open', 'open', 'open']);
});
