import { describe, expect, it } from 'vitest';
import { light } from '../../lib/tokens';
import { curvesOption, shade, sizesOption, triangleOption } from './options';
import { meanByAge, type CohortRow } from './triangle';

const common = { tokens: light, narrow: false };
const text = (value: unknown) => String(value);
const rows: CohortRow[] = [
  { cohort: '2026-03-02', size: 10, cells: [{ age: 0, value: 1, complete: true }, { age: 1, value: 0.5, complete: true }, { age: 2, value: 0.1, complete: false }] },
  { cohort: '2026-03-09', size: 30, cells: [{ age: 0, value: 1, complete: true }, { age: 1, value: 0.25, complete: false }] },
];

describe('the triangle', () => {
  const option = triangleOption({
    ...common, rows, name: ({ cohort }) => cohort, age: text, full: text, cell: text, skipFirst: true, words: { value: 'Back', size: 'People', unfinished: 'Not over', count: text },
  });
  const api = (values: number[]) => ({ value: (index: number) => values[index]!, coord: ([x, y]: [number, number]): [number, number] => [x * 40, y * 20], size: (): [number, number] => [40, 20] });
  const drawn = (values: number[]) => option.series[0]!.renderItem(null, api(values)).children as { type: string; style?: { fill?: string; text?: string } }[];
  it('hatches what is not over', () => {
    expect(drawn([2, 0, 0.1, 0]).map(({ type }) => type)).toEqual(['rect', 'group', 'text']);
    expect(drawn([1, 0, 0.5, 1]).map(({ type }) => type)).toEqual(['rect', 'text']);
  });
  it('gives the greatest value that says something the strongest colour', () => {
    expect(drawn([1, 0, 0.5, 1])[0]!.style!.fill).toBe(light.sequential.at(-1));
    expect(drawn([0, 0, 1, 1])[0]!.style!.fill).toBe(light.sunken);
  });
  it('says in its tip that a cell is not over', () => {
    expect((option.tooltip.formatter({ value: [1, 1] }) as HTMLElement).textContent).toBe('2026-03-09 · 1Back0.25People30Not over');
  });
});

it('draws curves only as far as they are complete', () => {
  const option = curvesOption({ ...common, rows, mean: meanByAge(rows), age: text, axis: text, full: text, words: { mean: 'Mean', people: 'People', count: text } });
  expect(option.series.map(({ data }) => data)).toEqual([[1, 0.5, null], [1, 0.5], [1]]);
});

it('starts the bars of sizes at zero', () => {
  const option = sizesOption({ ...common, rows, name: ({ cohort }) => cohort, axis: text, full: text, word: 'People' });
  expect(option.yAxis.min).toBe(0);
  expect(option.series[0]!.data.map(({ value }) => value)).toEqual([10, 30]);
});

it('keeps shades within their five steps', () => {
  expect([0, 0.99, 1, 2].map((share) => light.sequential.indexOf(shade(light, share).fill))).toEqual([0, 4, 4, 4]);
});
