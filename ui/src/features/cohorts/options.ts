import { categoryAxis, FONT, GRID, tip, tooltip, valueAxis } from '../../lib/chartOptions';
import { axisTip } from '../../lib/plots';
import type { Tokens } from '../../lib/tokens';
import type { CohortRow, MeanPoint } from './triangle';

interface Common {
  tokens: Tokens;
  narrow: boolean;
}

interface Drawing {
  value(index: number): number;
  coord(point: [number, number]): [number, number];
  size(extent: [number, number]): [number, number];
}

const GAP = 2;
const HATCH = 7;

/** The colour of a share of the greatest value, from five steps; and the text that can be read on it. */
export function shade(tokens: Tokens, share: number): { fill: string; ink: string } {
  const step = Math.min(tokens.sequential.length - 1, Math.max(0, Math.floor(share * tokens.sequential.length)));
  const dark = tokens.surface !== '#ffffff';
  const strong = step >= 3;
  const lightInk = dark ? tokens.canvas : '#ffffff';
  return { fill: tokens.sequential[step]!, ink: strong ? lightInk : tokens.text };
}

interface TriangleInput extends Common {
  rows: readonly CohortRow[];
  name: (row: CohortRow) => string;
  age: (age: number) => string;
  full: (value: number | null) => string;
  cell: (value: number) => string;
  /** Whether the first column is 100 % by nature and says nothing. */
  skipFirst: boolean;
  words: { value: string; size: string; unfinished: string; count: (size: number) => string };
}

/** Cohort by age, numbers in the cells; what is not over yet is hatched, so that it is not read as a drop. */
export function triangleOption({ tokens, narrow, rows, name, age, full, cell, skipFirst, words }: TriangleInput) {
  const flat = rows.flatMap(({ cells }, row) => cells.map(({ age: column, value, complete }) => [column, row, value ?? -1, complete ? 1 : 0]));
  const greatest = Math.max(1e-9, ...flat.filter(([column, , , complete]) => complete === 1 && !(skipFirst && column === 0)).map(([, , value]) => value!));
  const ages = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const label = { color: tokens.muted, fontFamily: FONT, fontSize: 12 };
  const draw = (_: unknown, api: Drawing) => {
    const [column, row, value, complete] = [0, 1, 2, 3].map((index) => api.value(index)) as [number, number, number, number];
    const [width, height] = api.size([1, 1]);
    const [x, y] = api.coord([column, row]);
    const shape = { x: x - width / 2 + GAP / 2, y: y - height / 2 + GAP / 2, width: width - GAP, height: height - GAP };
    const plain = value < 0 || (skipFirst && column === 0);
    const colors = plain ? { fill: tokens.sunken, ink: tokens.second } : shade(tokens, value / greatest);
    const lines = [];
    for (let at = -shape.height; complete === 0 && at < shape.width; at += HATCH) {
      lines.push({ type: 'line' as const, shape: { x1: shape.x + at, y1: shape.y + shape.height, x2: shape.x + at + shape.height, y2: shape.y }, style: { stroke: tokens.bar, lineWidth: 1 } });
    }
    return {
      type: 'group' as const,
      children: [
        { type: 'rect' as const, shape: { ...shape, r: 3 }, style: { fill: complete === 0 ? tokens.surface : colors.fill, stroke: complete === 0 ? tokens.border : undefined } },
        ...(lines.length > 0 ? [{ type: 'group' as const, clipPath: { type: 'rect' as const, shape }, children: lines }] : []),
        ...(value < 0 || width < 30 ? [] : [{
          type: 'text' as const,
          style: {
            x, y, text: cell(value), align: 'center' as const, verticalAlign: 'middle' as const, fontFamily: FONT, fontSize: narrow ? 10 : 11, fill: complete === 0 ? tokens.text : colors.ink,
            ...(complete === 0 ? { backgroundColor: tokens.surface, padding: [1, 3] as number[], borderRadius: 3 } : {}),
          },
        }]),
      ],
    };
  };
  return {
    grid: { ...GRID, top: 26, right: 4 },
    tooltip: {
      ...tooltip(tokens),
      formatter: (params: unknown) => {
        const [column = 0, row = 0] = (params as { value: number[] }).value;
        const found = rows[row];
        const known = found?.cells[column];
        if (!found || !known) return '';
        return tip(`${name(found)} · ${age(column)}`, [
          { label: words.value, value: full(known.value) },
          { label: words.size, value: words.count(found.size) },
          ...(known.complete ? [] : [{ label: words.unfinished, value: '' }]),
        ]);
      },
    },
    xAxis: { type: 'category' as const, position: 'top' as const, data: Array.from({ length: ages }, (_, index) => String(index)), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { ...label, hideOverlap: true } },
    yAxis: { type: 'category' as const, inverse: true, data: rows.map(name), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { ...label, fontSize: narrow ? 11 : 12 } },
    series: [{ type: 'custom', renderItem: draw, data: flat, encode: { x: 0, y: 1 }, progressive: 0 }],
  };
}

interface CurvesInput extends Common {
  rows: readonly CohortRow[];
  mean: readonly MeanPoint[];
  age: (age: number) => string;
  axis: (value: number) => string;
  full: (value: number) => string;
  words: { mean: string; people: string; count: (people: number) => string };
}

/** Each cohort as a grey line as far as it is complete, and the mean over them. */
export function curvesOption({ tokens, rows, mean, age, axis, full, words }: CurvesInput) {
  const ages = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const line = { type: 'line' as const, symbol: 'none' };
  return {
    grid: { ...GRID, right: 20 },
    tooltip: axisTip(tokens, (index) => age(index), (index) => {
      const point = mean.find((one) => one.age === index);
      return point ? [{ label: words.mean, value: full(point.value), color: tokens.accent }, { label: words.people, value: words.count(point.people) }] : [];
    }),
    xAxis: { ...categoryAxis(tokens, Array.from({ length: ages }, (_, index) => String(index)), (value) => value), boundaryGap: false },
    yAxis: valueAxis(tokens, axis),
    series: [
      { ...line, data: Array.from({ length: ages }, (_, index) => mean.find((one) => one.age === index)?.value ?? null), lineStyle: { color: tokens.accent, width: 2.5 }, itemStyle: { color: tokens.accent }, z: 3 },
      ...rows.map(({ cells }) => ({
        ...line, silent: true, data: cells.filter(({ complete }) => complete).map(({ value }) => value), lineStyle: { color: tokens.rest, width: 1 }, itemStyle: { color: tokens.rest },
      })),
    ],
  };
}

/** How many people began in each week or month. */
export function sizesOption({ tokens, rows, name, axis, full, word }: Common & { rows: readonly CohortRow[]; name: (row: CohortRow) => string; axis: (value: number) => string; full: (value: number) => string; word: string }) {
  return {
    grid: GRID,
    tooltip: axisTip(tokens, (index) => (rows[index] ? name(rows[index]) : ''), (index) => [{ label: word, value: full(rows[index]?.size ?? 0), color: tokens.bar }]),
    xAxis: categoryAxis(tokens, rows.map(name), (value) => value),
    yAxis: valueAxis(tokens, axis),
    series: [{ type: 'bar', barCategoryGap: '22%', barMaxWidth: 36, data: rows.map(({ size, cells }) => ({ value: size, itemStyle: { color: cells[0]?.complete ? tokens.bar : tokens.grid, borderRadius: [3, 3, 0, 0] } })) }],
  };
}
