import i18next, { type TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { Insight, MetricName } from '../../api/client';
import { en } from '../../i18n/en';
import { localeOf } from '../../i18n';
import { es } from '../../i18n/es';
import { fr } from '../../i18n/fr';
import { createFormat } from '../../lib/format';
import { insightText, mostUrgentFirst } from './insights';

const codes = [
  'revenue_change', 'conversion_change', 'anomaly_day', 'top_channel_change', 'product_surge', 'product_drop', 'abandonment_change', 'error_rate',
  'refund_rate', 'country_change', 'a_code_of_tomorrow',
];
const params = {
  now: 0.12, before: 0.1, change: 0.2, value: 5210, expected: 15_880, day: '2026-11-13', metric: 'revenue', channel: 'Email', product: 'Oak lamp', country: 'BE',
};

async function speaking(language: string) {
  const instance = i18next.createInstance();
  await instance.init({ lng: language, resources: { en: { translation: en }, fr: { translation: fr }, es: { translation: es } }, interpolation: { escapeValue: false } });
  const t = instance.t as TFunction;
  const format = createFormat({ locale: localeOf(language), currency: 'EUR', zone: 'Europe/Paris' });
  return (insight: Pick<Insight, 'code' | 'params'>) => insightText(insight, {
    t, format, metric: (name) => t(`metric.${name}.label`), value: (_, text) => text ?? '', known: (name): name is MetricName => name in en.metric,
  });
}

describe.each(['en', 'fr', 'es'])('in %s', (language) => {
  it.each(codes)('%s becomes a sentence with its figures', async (code) => {
    const say = await speaking(language);
    const { title, numbers } = say({ code, params });
    expect(title.length).toBeGreaterThan(5);
    expect(`${title}${numbers}`).not.toMatch(/\{\{|undefined|NaN|insight\./);
    expect(numbers).toMatch(/\d/);
  });
});

describe('the sentence', () => {
  it('says which way it went', async () => {
    const say = await speaking('en');
    expect(say({ code: 'revenue_change', params: { now: 900, before: 1000 } })).toEqual({ title: 'Revenue is down 10.0%', numbers: '€900.00, was €1,000' });
    expect(say({ code: 'conversion_change', params: { now: 0.031, before: 0.029 } })).toEqual({ title: 'Conversion rose to 3.10%', numbers: '+0.2 pts, was 2.90%' });
    expect(say({ code: 'anomaly_day', params: { day: '2026-11-13', metric: 'revenue', value: 5210, expected: 15_880 } }))
      .toEqual({ title: 'Revenue unusually low on 13 Nov', numbers: '€5,210, €15.9k expected' });
    expect(say({ code: 'product_drop', params: { product: 'Oak lamp', metric: 'units', now: 12, before: 48 } })).toEqual({ title: 'Oak lamp sells 75.0% less', numbers: 'Units: 12, was 48' });
  });
  it('lists the figures of a code it does not know', async () => {
    const say = await speaking('en');
    expect(say({ code: 'slow_pages', params: { count: 12, page: '/cart', nested: {} } })).toEqual({ title: 'Worth a look: slow pages', numbers: 'count 12 · page /cart' });
  });
});

it('puts what is bad first', () => {
  const of = (severity: Insight['severity']): Insight => ({ code: severity, severity, params: {}, page: '/', question: null });
  expect(mostUrgentFirst([of('info'), of('good'), of('bad'), of('warn')]).map(({ code }) => code)).toEqual(['bad', 'warn', 'good', 'info']);
});
