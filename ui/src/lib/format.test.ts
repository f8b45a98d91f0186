import { describe, expect, it } from 'vitest';
import { createFormat, NOTHING } from './format';

/** Intl writes several kinds of spaces; figures are compared without caring which. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');
const fr = createFormat({ locale: 'fr', currency: 'EUR', zone: 'Europe/Paris' });
const en = createFormat({ locale: 'en-GB', currency: 'EUR', zone: 'Europe/Paris' });

describe('figures', () => {
  it('are written as the reader writes them', () => {
    expect(plain(fr.money(1234.5))).toBe('1 235 €');
    expect(plain(fr.money(85.521))).toBe('85,52 €');
    expect(en.money(85.521)).toBe('€85.52');
    expect(plain(fr.count(48217))).toBe('48 217');
    expect(plain(fr.moneyCompact(4_280_000))).toBe('4,28 M €');
  });
  it('carry no more digits than are true', () => {
    expect(en.ratio(0.0312)).toBe('3.12%');
    expect(en.ratio(0.3256)).toBe('32.6%');
    expect(en.axis(0, 'money')).toBe('€0');
    expect(en.axis(0.2, 'ratio')).toBe('20%');
  });
  it('say how large even a small file is', () => {
    expect(plain(fr.bytes(66))).toBe('66 octets');
    expect(en.bytes(1)).toBe('1 byte');
    expect(plain(fr.bytes(2_400))).toBe('2,4 ko');
    expect(plain(en.bytes(1_500_000))).toBe('1.5 MB');
  });
  it('show the sign of a change, and none for no change', () => {
    expect(en.change(0.197)).toBe('+19.7%');
    expect(en.change(-0.009)).toBe('-0.9%');
    expect(en.change(0)).toBe('0.0%');
    expect(en.change(3.2)).toBe('+320%');
    expect(en.points(-0.0032)).toBe('-0.32');
  });
  it('show a dash where there is nothing', () => {
    expect(en.unit(null, 'money')).toBe(NOTHING);
    expect(en.unit(undefined, 'count')).toBe(NOTHING);
  });
  it('name durations with minutes', () => {
    expect(plain(en.seconds(200))).toBe('3m 20s');
    expect(plain(fr.seconds(200))).toBe('3 min 20 s');
    expect(plain(en.seconds(119.6))).toBe('2m 0s');
  });
});

describe('days', () => {
  it('are days of the shop, whatever zone the reader is in', () => {
    expect(fr.day('2026-11-01')).toBe('1 nov.');
    expect(en.days('2026-10-25', '2026-11-21')).toContain('25 Oct');
    expect(en.days('2026-11-21', '2026-11-21')).toBe('21 Nov 2026');
    expect(fr.weekday(1, 'long')).toBe('lundi');
  });
  it('write instants in the shop\u2019s zone', () => {
    expect(en.clock('2026-11-21T23:30:00Z')).toBe('00:30');
  });
});
