import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { refusalOf } from './refusals';

it.each([
  ['there is no table secrets for you to read', 'table', 'secrets'],
  ['the function read_csv is not allowed here', 'function', 'read_csv'],
  ['one statement at a time, not 2', 'one', '2'],
  ['UPDATE is not allowed here', 'kind', 'UPDATE'],
])('%s has words of the reader', (detail, word, what) => {
  expect(refusalOf(detail)).toEqual({ word, what });
});

it('leaves what the engine says', () => {
  expect(refusalOf('syntax error at or near "form"')).toBeNull();
});

it('knows what the server says', () => {
  const server = readFileSync('../src/main/java/io/vitrine/store/sql/SelectCheck.java', 'utf8');
  for (const words of ['"there is no table " + name + " for you to read"', '"the function " + name + " is not allowed here"', '"one statement at a time, not "', '+ " is not allowed here"']) {
    expect(server).toContain(words);
  }
});
