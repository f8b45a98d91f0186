import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metricNames } from '../api/metricNames';
import { boardsEn } from './boardsEn';
import { boardsEs } from './boardsEs';
import { boardsFr } from './boardsFr';
import { consoleEn } from './consoleEn';
import { consoleEs } from './consoleEs';
import { consoleFr } from './consoleFr';
import { dataEn } from './dataEn';
import { dataEs } from './dataEs';
import { dataFr } from './dataFr';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { tablesEs } from './tablesEs';
import { tablesFr } from './tablesFr';

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, before = ''): Record<string, string> {
  return Object.assign({}, ...Object.entries(tree).map(([key, value]) => (typeof value === 'string' ? { [before + key]: value } : flat(value, `${before}${key}.`))));
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort();
const english = flat({ ...en, boards: boardsEn, console: consoleEn, data: dataEn });

describe.each([['fr', { ...fr, boards: boardsFr, console: consoleFr, data: dataFr }], ['es', { ...es, boards: boardsEs, console: consoleEs, data: dataEs }]] as const)('%s', (_, messages) => {
  const texts = flat(messages);
  it('has exactly the keys of English', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
  });
  it('fills the same placeholders', () => {
    for (const [key, text] of Object.entries(english)) expect([key, placeholders(texts[key] ?? '')]).toEqual([key, placeholders(text)]);
  });
  it('leaves nothing empty', () => {
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

it('names and explains every metric and every dimension of the server', () => {
  const { schemas } = JSON.parse(readFileSync('openapi.json', 'utf8')).components as { schemas: Record<string, { enum?: string[] }> };
  expect([...metricNames]).toEqual(schemas.MetricName?.enum);
  expect(Object.keys(en.metric).sort()).toEqual([...(schemas.MetricName?.enum ?? [])].sort());
  expect(Object.keys(en.field).sort()).toEqual([...(schemas.DimensionName?.enum ?? [])].sort());
});

/** What `docs/tables.md` says of tables and columns; a test of the server holds it to what the API says. Formulas of column names need no other language. */
function tableSentences(): string[] {
  const text = readFileSync('../docs/tables.md', 'utf8').split('<!-- from here on')[1] ?? '';
  const columns = [...text.matchAll(/^\| `\w+` \|[^|]*\|[^|]*\| (.*) \|$/gm)].map(([, meaning]) => meaning!);
  const tables = [...text.matchAll(/^## \w+\n\n(.*)$/gm)].map(([, what]) => what!.replace(' Needs the role analyst.', ''));
  expect(tables.length).toBe(12);
  return [...new Set([...columns, ...tables])].filter((sentence) => !/^[a-z_]+ \/ [a-z_]+$/.test(sentence));
}

it.each([['fr', tablesFr], ['es', tablesEs]])('%s says what every table and column of the server is, and nothing else', (_, words) => {
  expect(Object.keys(words).sort()).toEqual(tableSentences().sort());
});
