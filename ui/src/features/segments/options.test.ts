import { describe, expect, it } from 'vitest';
import { light } from '../../lib/tokens';
import { matrixOf, sharesOption, summary } from './options';

const moves = [
  { before: 'not_seen', now: 'New', visitors: 6, share: 1 },
  { before: 'New', now: 'New', visitors: 3, share: 0.75 },
  { before: 'New', now: 'Regular', visitors: 1, share: 0.25 },
];

it('the shares of people are grey, those of money have the colour, both start at zero', () => {
  const option = sharesOption({
    tokens: light, narrow: false, names: ['New'], people: [0.9], money: [0.2], ratio: String, words: { people: 'p', money: 'm', index: 'i' }, indexes: ['0.2'],
  });
  expect(option.yAxis.min).toBe(0);
  expect(option.series.map(({ itemStyle, data }) => [itemStyle.color, data[0]])).toEqual([[light.rest, 0.9], [light.fill, 0.2]]);
  expect(option.tooltip.formatter([{ dataIndex: 0 }]).textContent).toBe('Newp0.9m0.2i0.2');
});

describe('the movement', () => {
  it('stands as a square in the order of the segments', () => {
    const rows = matrixOf(moves, ['not_seen', 'New', 'Occasional', 'Regular']);
    expect(rows.map(({ before, total, cells }) => [before, total, cells.map((cell) => cell?.visitors ?? 0)])).toEqual([['not_seen', 6, [6, 0, 0]], ['New', 4, [3, 0, 1]]]);
  });
  it('tells movers from newcomers', () => {
    expect(summary(moves, 'not_seen')).toEqual({ all: 10, moved: 1, fresh: 6 });
    expect(summary([], 'not_seen')).toEqual({ all: 0, moved: 0, fresh: 0 });
  });
});
