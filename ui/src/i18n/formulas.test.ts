import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formulas } from './formulas';

/** The formulas in the server's list of metrics. */
function sentences(): string[] {
  const constants = readFileSync('../src/main/java/io/vitrine/model/Metric.java', 'utf8').split('/** Which way is good. */')[0] ?? '';
  const texts = [...constants.matchAll(/^ {2}[A-Z_]+\([^;]*?"([^"]+)"/gm)].map(([, text]) => text!);
  expect(texts.length).toBe(35);
  return texts.filter((text) => !/^[a-z_]+ [-/] [a-z_]+$/.test(text));
}

it('says every formula that is a sentence in each language, and nothing else', () => {
  expect(Object.keys(formulas).sort()).toEqual(sentences().sort());
});
