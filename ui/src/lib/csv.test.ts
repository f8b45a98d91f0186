import { expect, it } from 'vitest';
import { fileName, toCsv } from './csv';

it('quotes what needs quoting and leaves gaps empty', () => {
  expect(toCsv(['Day', 'Revenue'], [['2026-11-21', 12.5], ['say "hi", you', null]])).toBe('\uFEFFDay,Revenue\r\n2026-11-21,12.5\r\n"say ""hi"", you",\r\n');
});

it('does not let a text become a formula, and leaves negative figures alone', () => {
  expect(toCsv(['a', 'b'], [['=1+1', -3]])).toContain("'=1+1,-3");
});

it('names files without accents or spaces', () => {
  expect(fileName('Chiffre d\u2019affaires par jour', 'été')).toBe('chiffre-d-affaires-par-jour-ete');
});
