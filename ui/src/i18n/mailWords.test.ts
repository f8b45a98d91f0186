import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';

/** The server writes e-mails itself; figures are called there what they are called on the pages. */
it.each([['en', en], ['fr', fr], ['es', es]] as const)('e-mails in %s name metrics and dimensions as the pages do', (language, messages) => {
  const lines = readFileSync(`../src/main/resources/io/vitrine/boards/words_${language}.properties`, 'utf8').split('\n').filter((line) => /^[a-z]/.test(line));
  const words = new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  for (const [metric, { label }] of Object.entries(messages.metric)) expect([metric, words.get(`metric.${metric}`)]).toEqual([metric, label]);
  for (const [field, label] of Object.entries(messages.field)) expect([field, words.get(`field.${field}`)]).toEqual([field, label]);
});
