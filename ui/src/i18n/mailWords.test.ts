import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { namesEn } from './namesEn';
import { namesEs } from './namesEs';
import { namesFr } from './namesFr';

/** The server writes e-mails itself; figures are called there what they are called on the pages. */
it.each([['en', en, namesEn], ['fr', fr, namesFr], ['es', es, namesEs]] as const)('e-mails in %s name metrics, dimensions, channels and devices as the pages do', (language, messages, names) => {
  const lines = readFileSync(`../src/main/resources/io/vitrine/boards/words_${language}.properties`, 'utf8').split('\n').filter((line) => /^[a-z]/.test(line));
  const words = new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  for (const [metric, { label }] of Object.entries(messages.metric)) expect([metric, words.get(`metric.${metric}`)]).toEqual([metric, label]);
  for (const [field, known] of Object.entries(names)) {
    for (const [value, label] of Object.entries(known)) expect([field, value, words.get(`${field}.${value.replaceAll(' ', '_')}`)]).toEqual([field, value, label]);
  }
  for (const [field, label] of Object.entries(messages.field)) expect([field, words.get(`field.${field}`)]).toEqual([field, label]);
});
