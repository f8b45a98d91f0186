import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { experimentsEn } from './experimentsEn';

it('says of every figure that an experiment is judged by what the server counts', () => {
  const constants = readFileSync('../src/main/java/io/vitrine/model/Outcome.java', 'utf8').split('/** How arms are compared. */')[0] ?? '';
  const counted = [...constants.matchAll(/^ {2}([A-Z_0-9]+)\(\s*Kind\.[A-Z]+,\s*"([^"]+)"\)/gm)].map(([, name, formula]) => [name!.toLowerCase(), formula!]);
  expect(counted.length).toBe(27);
  expect(experimentsEn.formulas).toEqual(Object.fromEntries(counted));
});
