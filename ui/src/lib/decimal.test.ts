import { expect, it } from 'vitest';
import { decimalOf, decimalSign } from './decimal';

it('reads what is half typed as the number that it is so far', () => {
  expect(['5', '5.', '5.0', '0.05', '-2.', '1000000000000'].map(decimalOf)).toEqual([5, 5, 5, 0.05, -2, 1e12]);
});

it('reads nothing, a sign and a point alone as no number', () => {
  expect(['', ' ', '-', '.', '-.', 'NaN', 'Infinity'].map(decimalOf)).toEqual([null, null, null, null, null, null, null]);
});

it('knows the decimal sign of each language', () => {
  expect(['en', 'fr', 'es'].map(decimalSign)).toEqual(['.', ',', ',']);
});
