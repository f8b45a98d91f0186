import { expect, it } from 'vitest';
import { fraudEn } from '../../i18n/fraudEn';
import { light } from '../../lib/tokens';
import { daysOption, levelColours } from './options';
import { isIndicator, isMeasured, valuesOf } from './words';

const indicator = (name: string, values: Record<string, unknown>) => ({ name, points: 10, why: '', values, window: null, evidence: [] }) as never;
const format = { exact: (value: number | string) => String(value), money: (value: number) => `€${value}` };

it('days are stacked from the least level to the gravest, grey until somebody should look', () => {
  const option = daysOption({
    tokens: light, narrow: false, days: ['2026-04-01', '2026-04-02'], counts: { low: [1, 2], medium: [3, 4], high: [5, 6] },
    names: { low: 'Low', medium: 'Medium', high: 'High' }, short: (day) => day, long: (day) => day, axis: String,
  });
  expect(option.series.map(({ name, data }) => [name, data])).toEqual([['Low', [1, 2]], ['Medium', [3, 4]], ['High', [5, 6]]]);
  expect(option.series.every(({ stack }) => stack === 'levels')).toBe(true);
  expect(levelColours(light).low).toBe(light.rest);
});

it('amounts are written as money, counts as numbers, links by name', () => {
  expect(valuesOf(indicator('high_amount', { value: 612, bound: 500 }), format, String, String)).toEqual({ value: '€612', bound: '€500' });
  expect(valuesOf(indicator('rapid_succession', { value: 4, link: 'card', bound: 3 }), format, (link) => fraudEn.link[link], String)).toEqual({ value: '4', link: 'card', bound: '3' });
});

it('the anomaly model names its figures, the largest first', () => {
  const said = valuesOf(indicator('anomaly', { amount: 0.2, countries: 0.5 }), format, String, (name) => fraudEn.model[name]);
  expect(said.parts).toBe('number of countries, amount');
});

it('what the server may send later is no known indicator', () => {
  expect(isIndicator('high_amount')).toBe(true);
  expect(isIndicator('moon_phase')).toBe(false);
  expect(isMeasured('anomaly')).toBe(false);
});
