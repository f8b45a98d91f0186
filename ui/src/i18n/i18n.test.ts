import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metricNames } from '../api/metricNames';
import { boardsEn } from './boardsEn';
import { boardsEs } from './boardsEs';
import { boardsFr } from './boardsFr';
import { behaviourEn } from './behaviourEn';
import { behaviourEs } from './behaviourEs';
import { behaviourFr } from './behaviourFr';
import { conversionsEn } from './conversionsEn';
import { conversionsEs } from './conversionsEs';
import { conversionsFr } from './conversionsFr';
import { aboutEn } from './aboutEn';
import { aboutEs } from './aboutEs';
import { aboutFr } from './aboutFr';
import { adviceEn } from './adviceEn';
import { adviceEs } from './adviceEs';
import { adviceFr } from './adviceFr';
import { fraudEn } from './fraudEn';
import { fraudEs } from './fraudEs';
import { fraudFr } from './fraudFr';
import { consoleEn } from './consoleEn';
import { consoleEs } from './consoleEs';
import { consoleFr } from './consoleFr';
import { dataEn } from './dataEn';
import { dataEs } from './dataEs';
import { dataFr } from './dataFr';
import { en } from './en';
import { forecastEn } from './forecastEn';
import { forecastEs } from './forecastEs';
import { forecastFr } from './forecastFr';
import { es } from './es';
import { experimentsEn } from './experimentsEn';
import { experimentsEs } from './experimentsEs';
import { experimentsFr } from './experimentsFr';
import { fr } from './fr';
import { logsEn } from './logsEn';
import { logsEs } from './logsEs';
import { logsFr } from './logsFr';
import { namesEn } from './namesEn';
import { namesEs } from './namesEs';
import { namesFr } from './namesFr';
import { pathsEn } from './pathsEn';
import { pathsEs } from './pathsEs';
import { pathsFr } from './pathsFr';
import { peopleEn } from './peopleEn';
import { peopleEs } from './peopleEs';
import { peopleFr } from './peopleFr';
import { privacyEn } from './privacyEn';
import { privacyEs } from './privacyEs';
import { privacyFr } from './privacyFr';
import { productsEn } from './productsEn';
import { productsEs } from './productsEs';
import { productsFr } from './productsFr';
import { methodsEn } from './methodsEn';
import { methodsEs } from './methodsEs';
import { methodsFr } from './methodsFr';
import { securityEn } from './securityEn';
import { securityEs } from './securityEs';
import { securityFr } from './securityFr';
import { segmentsEn } from './segmentsEn';
import { segmentsEs } from './segmentsEs';
import { segmentsFr } from './segmentsFr';
import { tablesEs } from './tablesEs';
import { tablesFr } from './tablesFr';
import { trafficEn } from './trafficEn';
import { trafficEs } from './trafficEs';
import { trafficFr } from './trafficFr';

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, before = ''): Record<string, string> {
  return Object.assign({}, ...Object.entries(tree).map(([key, value]) => (typeof value === 'string' ? { [before + key]: value } : flat(value, `${before}${key}.`))));
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort();
const parts = {
  privacy: { en: privacyEn, fr: privacyFr, es: privacyEs },
  about: { en: aboutEn, fr: aboutFr, es: aboutEs },
  advice: { en: adviceEn, fr: adviceFr, es: adviceEs },
  fraud: { en: fraudEn, fr: fraudFr, es: fraudEs },
  behaviour: { en: behaviourEn, fr: behaviourFr, es: behaviourEs },
  boards: { en: boardsEn, fr: boardsFr, es: boardsEs },
  security: { en: securityEn, fr: securityFr, es: securityEs },
  console: { en: consoleEn, fr: consoleFr, es: consoleEs },
  conversions: { en: conversionsEn, fr: conversionsFr, es: conversionsEs },
  data: { en: dataEn, fr: dataFr, es: dataEs },
  experiments: { en: experimentsEn, fr: experimentsFr, es: experimentsEs },
  forecast: { en: forecastEn, fr: forecastFr, es: forecastEs },
  logs: { en: logsEn, fr: logsFr, es: logsEs },
  methods: { en: methodsEn, fr: methodsFr, es: methodsEs },
  names: { en: namesEn, fr: namesFr, es: namesEs },
  paths: { en: pathsEn, fr: pathsFr, es: pathsEs },
  people: { en: peopleEn, fr: peopleFr, es: peopleEs },
  products: { en: productsEn, fr: productsFr, es: productsEs },
  segments: { en: segmentsEn, fr: segmentsFr, es: segmentsEs },
  traffic: { en: trafficEn, fr: trafficFr, es: trafficEs },
};
const whole = (language: 'en' | 'fr' | 'es', common: object) => flat({ ...common, ...Object.fromEntries(Object.entries(parts).map(([name, texts]) => [name, texts[language]])) });
const english = whole('en', en);

describe.each([['fr', whole('fr', fr)], ['es', whole('es', es)]] as const)('%s', (_, texts) => {
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

it('writes no 1 in French where there may be 0, which is singular there too', () => {
  const texts = whole('fr', fr);
  const wrong = Object.keys(texts).filter((key) => key.endsWith('_one') && !(key.replace(/_one$/, '_zero') in texts) && /(^|\s)1(\s|$)/.test(texts[key]!));
  expect(wrong).toEqual([]);
});

it('names and explains every metric and every dimension of the server', () => {
  const { schemas } = JSON.parse(readFileSync('openapi.json', 'utf8')).components as { schemas: Record<string, { enum?: string[] }> };
  expect([...metricNames]).toEqual(schemas.MetricName?.enum);
  expect(Object.keys(en.metric).sort()).toEqual([...(schemas.MetricName?.enum ?? [])].sort());
  expect(Object.keys(en.field).sort()).toEqual([...(schemas.DimensionName?.enum ?? [])].sort());
});

it('names every channel that the server tells', () => {
  const labels = [...readFileSync('../src/main/java/io/vitrine/intake/Channel.java', 'utf8').matchAll(/^ {2}[A-Z_]+\("(.+)"\)[,;]$/gm)].map(([, label]) => label);
  expect(labels.length).toBeGreaterThan(10);
  expect(Object.keys(namesEn.channel).sort()).toEqual(labels.sort());
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
