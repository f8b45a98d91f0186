import { describe, expect, it } from 'vitest';
import { createFormat } from '../../lib/format';
import { cellText, isNumeric } from './cells';

const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');
const fr = createFormat({ locale: 'fr', currency: 'EUR', zone: 'Asia/Tokyo' });
const show = (value: string | number | boolean | null, type: string, unit: string | null = null) =>
  plain(cellText(value, { type, unit }, fr, (yes) => (yes ? 'oui' : 'non')));

describe('a stored value', () => {
  it('is written as the reader writes it', () => {
    expect(show(1234567, 'integer', 'count')).toBe('1 234 567');
    expect(show(1234.5, 'decimal', 'money')).toBe('1 234,50 €');
    expect(show('98765432101234.56', 'decimal', 'money')).toBe('98 765 432 101 234,56 €');
    expect(show(0.0312345, 'decimal', 'ratio')).toBe('3,12 %');
    expect(show(1.105263157894737, 'decimal', 'mean')).toBe('1,11');
    expect(show(true, 'boolean')).toBe('oui');
  });
  it('is a dash when it is absent, and never zero', () => {
    expect(show(null, 'decimal', 'money')).toBe('–');
    expect(show(0, 'decimal', 'ratio')).toBe('0,00 %');
  });
  it('keeps an integer without a unit as the name that it is', () => {
    expect(show(1430622120563, 'integer')).toBe('1430622120563');
    expect(show('13709999983777918035', 'text')).toBe('13709999983777918035');
  });
  it('has the day and the time of the shop, whatever zone the reader is in', () => {
    expect(show('2015-05-03', 'date')).toBe('3 mai 2015');
    expect(show('2015-05-03T23:42:10.502', 'local_time')).toMatch(/^3 mai 2015.* 23:42:10$/);
  });
  it('stands at the right when it is a figure', () => {
    expect(['integer', 'decimal', 'text', 'date'].map((type) => isNumeric({ type, unit: null }))).toEqual([true, true, false, false]);
  });
});
