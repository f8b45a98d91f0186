import { describe, expect, it } from 'vitest';
import { light } from '../../lib/tokens';
import { forecastOption, gridOption } from './options';

const words = { known: 'Past', expected: 'Expected', of80: '80 %', of95: '95 %', strange: 'Strange' };
const ahead = { day: '2026-03-03', expected: 10, low80: 8, high80: 13, low95: 5, high95: 17 };
const option = forecastOption({
  tokens: light, known: [{ day: '2026-03-01', value: 9 }, { day: '2026-03-02', value: null }], ahead: [ahead], strange: new Set(['2026-03-01']), words,
  short: (day) => day, long: (day) => `day ${day}`, axis: String, full: String,
});
const series = (name: string) => option.series.find((one) => one.name === name)!;

describe('the forecast', () => {
  it('has the past first and the days ahead after it', () => {
    expect(option.xAxis.data).toEqual(['2026-03-01', '2026-03-02', '2026-03-03']);
    expect(series('Past').data).toEqual([9, null, null]);
    expect(series('Expected').data).toEqual([null, null, 10]);
  });
  it('stands each band on its floor', () => {
    expect(series('95 % floor').data).toEqual([null, null, 5]);
    expect(series('95 %').data).toEqual([null, null, 12]);
    expect(series('80 %').data).toEqual([null, null, 5]);
  });
  it('marks strange days', () => {
    expect(series('Strange').data).toEqual([['2026-03-01', 9]]);
  });
  it('tells the bands of a day ahead and the value of a past one', () => {
    const told = (index: number) => option.tooltip.formatter([{ dataIndex: index }]).textContent;
    expect(told(2)).toBe('day 2026-03-03Expected1080 %8 – 1395 %5 – 17');
    expect(told(0)).toBe('day 2026-03-01Past (Strange)9');
  });
});

it('a grid writes its figures on the cells, readable on dark ones', () => {
  const grid = gridOption({ tokens: light, columns: ['a', 'b'], rows: ['x'], cells: [{ column: 0, row: 0, value: 1 }, { column: 1, row: 0, value: 10 }], cell: (value) => `${value} €`, long: () => ({ title: '', rows: [] }) });
  expect(grid.series[0]!.data.map(({ label }) => [label.formatter, label.color])).toEqual([['1 €', light.text], ['10 €', light.surface]]);
  expect(grid.visualMap.max).toBe(10);
});
