import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createFormat } from '../../lib/format';
import { kinds, methods, said } from './sentences';

const format = createFormat({ locale: 'en-GB', currency: 'EUR', zone: 'UTC' });

it('knows every kind and method of the server', () => {
  const java = readFileSync('../src/main/java/io/vitrine/shop/Recommendation.java', 'utf8');
  const words = (name: string) => [...(java.split(`enum ${name} {`)[1]?.split(/^ {2}\}/m)[0] ?? '').matchAll(/^ {4}([A-Z_]+)[,;]?$/gm)].map(([, word]) => word!.toLowerCase());
  expect([...kinds]).toEqual(words('Kind'));
  expect([...methods]).toEqual(words('Method'));
});

it('writes figures for sentences', () => {
  const one = {
    code: 'device_gap', page: '/traffic', question: null, effect: { expected: 1, low: 0, high: 2, method: 'difference_of_rates' },
    params: { field: 'device', name: 'phone', rate: 0.05, other: 0.2, sessions: 1560, purchases: 28, silence: 40.4 },
  };
  expect(said(one, format, (field, text) => `${field} ${text}`, (metric) => metric)).toEqual({
    name: 'device phone', within: '', step: '', next: '', rate: '5.00%', other: '20.0%', sessions: '1,560', purchases: '28', silence: '40',
  });
});
