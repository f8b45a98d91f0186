import { expect, it } from 'vitest';
import { classBound, className } from './classes';
import { createFormat } from './format';

const format = createFormat({ locale: 'en-GB', currency: 'EUR', zone: 'UTC' });
const words = { days: (days: string) => `${days} d`, hours: (hours: string) => `${hours} h`, underHour: 'under 1 h', andMore: (low: string) => `${low} and more` };

it('whole numbers name both ends, and one of them alone', () => {
  expect(className(6, 11, 'count', format, words)).toBe('6–10');
  expect(className(1, 2, 'count', format, words)).toBe('1');
  expect(className(101, null, 'count', format, words)).toBe('101 and more');
});

it('hours become days', () => {
  expect(className(0, 1, 'hours', format, words)).toBe('under 1 h');
  expect(className(1, 24, 'hours', format, words)).toBe('1 h – 1 d');
  expect(classBound(180, 'hours', format, words)).toBe('7.5 d');
});

it('money and seconds are written as elsewhere', () => {
  expect(className(5, 10, 'money', format, words)).toBe('€5 – €10');
  expect(className(0, 1, 'seconds', format, words)).toBe('0s');
  expect(className(600, null, 'seconds', format, words)).toBe('10m 0s and more');
});
