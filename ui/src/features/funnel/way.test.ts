import { describe, expect, it } from 'vitest';
import { defaultWay, readSteps, readWay, writeSteps, writeWay, type Step } from './way';

const steps: Step[] = [
  { type: 'product_view', mode: 'required', times: 3, filters: [{ field: 'page', op: 'starts_with', values: ['/a;b|c', '50 %'] }] },
  { type: 'search', mode: 'optional', times: 1, filters: [{ field: 'coupon', op: 'exists', values: [] }] },
  { type: 'remove_from_cart', mode: 'excluded', times: 1, filters: [] },
  { type: 'purchase', mode: 'required', times: 1, filters: [] },
];

describe('the steps in the address', () => {
  it('are read as they were written, whatever signs values have', () => {
    expect(readSteps(writeSteps(steps))).toEqual(steps);
  });
  it.each(['', 'purchase', 'search?;purchase', 'x y;purchase', 'a;b!'])('fall back to the usual ones for %s', (text) => {
    expect(readSteps(text)).toEqual(defaultWay.steps);
  });
});

describe('the way in the address', () => {
  it('leaves out what is usual', () => {
    expect(Object.values(writeWay(defaultWay)).filter(Boolean)).toEqual([]);
  });
  it('comes back whole', () => {
    const way = { steps, order: 'strict', entity: 'cart', window: 3_600, by: 'device' } as const;
    expect(readWay(writeWay({ ...way, steps }))).toEqual(way);
  });
  it('has no excluded steps in any order', () => {
    expect(readWay({ steps: writeSteps(steps), order: 'any' }).steps.map(({ type }) => type)).toEqual(['product_view', 'search', 'purchase']);
  });
  it('drops what it does not know', () => {
    expect(readWay({ order: 'x', entity: 'y', window: '7', by: 'z' })).toEqual(defaultWay);
  });
});
