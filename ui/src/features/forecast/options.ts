import { categoryAxis, FONT, GRID, valueAxis, type TipRow } from '../../lib/chartOptions';
import { axisTip } from '../../lib/plots';
import type { Value } from '../../lib/series';
import { tooltip, tip } from '../../lib/chartOptions';
import type { Tokens } from '../../lib/tokens';

export interface Ahead {
  day: string;
  expected: number;
  low80: number;
  high80: number;
  low95: number;
  high95: number;
}

interface ForecastInput {
  tokens: Tokens;
  known: readonly { day: string; value: Value }[];
  ahead: readonly Ahead[];
  /** Days that are marked as out of the ordinary. */
  strange: ReadonlySet<string>;
  words: { known: string; expected: string; of80: string; of95: string; strange: string };
  short: (day: string) => string;
  long: (day: string) => string;
  axis: (value: number) => string;
  full: (value: Value) => string;
}

/** The past as a line, the days ahead as a dashed one within their two bands. A band is an invisible floor with an area on it. */
export function forecastOption({ tokens, known, ahead, strange, words, short, long, axis, full }: ForecastInput) {
  const days = [...known.map(({ day }) => day), ...ahead.map(({ day }) => day)];
  const past = known.length;
  const line = { type: 'line' as const, symbol: 'none', silent: true };
  const after = (values: readonly number[]) => [...known.map(() => null), ...values];
  const band = (name: string, low: (day: Ahead) => number, high: (day: Ahead) => number, opacity: number) => [
    { ...line, name: `${name} floor`, stack: name, stackStrategy: 'all', data: after(ahead.map(low)), lineStyle: { opacity: 0 }, itemStyle: { opacity: 0 } },
    {
      ...line, name, stack: name, stackStrategy: 'all', data: after(ahead.map((day) => high(day) - low(day))), lineStyle: { opacity: 0 }, itemStyle: { color: tokens.accent },
      areaStyle: { color: tokens.accent, opacity },
    },
  ];
  const rows = (index: number): TipRow[] => {
    const next = ahead[index - past];
    if (next === undefined) {
      const { day = '', value = null } = known[index] ?? {};
      return [{ label: strange.has(day) ? `${words.known} (${words.strange})` : words.known, value: full(value), color: tokens.second }];
    }
    return [
      { label: words.expected, value: full(next.expected), color: tokens.accent },
      { label: words.of80, value: `${full(next.low80)} – ${full(next.high80)}` },
      { label: words.of95, value: `${full(next.low95)} – ${full(next.high95)}` },
    ];
  };
  return {
    grid: GRID,
    tooltip: axisTip(tokens, (index) => long(days[index] ?? ''), rows),
    xAxis: { ...categoryAxis(tokens, days, short), boundaryGap: false },
    yAxis: { ...valueAxis(tokens, axis), min: ({ min }: { min: number }) => Math.min(0, min) },
    series: [
      { ...line, name: words.known, silent: false, data: [...known.map(({ value }) => value), ...ahead.map(() => null)], lineStyle: { color: tokens.second, width: 1.6 }, itemStyle: { color: tokens.second } },
      ...band(words.of95, (day) => day.low95, (day) => day.high95, 0.14),
      ...band(words.of80, (day) => day.low80, (day) => day.high80, 0.2),
      { ...line, name: words.expected, silent: false, data: after(ahead.map(({ expected }) => expected)), lineStyle: { color: tokens.accent, width: 2, type: [5, 4] }, itemStyle: { color: tokens.accent } },
      {
        type: 'scatter', name: words.strange, symbol: 'diamond', symbolSize: 10, itemStyle: { color: tokens.bad }, z: 5,
        data: known.flatMap(({ day, value }) => (strange.has(day) && value !== null ? [[day, value]] : [])),
      },
    ],
  };
}

interface GridInput {
  tokens: Tokens;
  columns: readonly string[];
  rows: readonly string[];
  /** Column, row and value of each cell that has buyers. */
  cells: readonly { column: number; row: number; value: number }[];
  cell: (value: number) => string;
  long: (column: number, row: number) => { title: string; rows: TipRow[] };
}

/** A value for each pair of classes, the figure in each cell. */
export function gridOption({ tokens, columns, rows, cells, cell, long }: GridInput) {
  const most = Math.max(...cells.map(({ value }) => value), 0);
  const label = { color: tokens.second, fontFamily: FONT, fontSize: 12, interval: 0 };
  const axis = { type: 'category' as const, axisLine: { show: false }, axisTick: { show: false }, splitArea: { show: false } };
  return {
    grid: { ...GRID, top: 4 },
    tooltip: { ...tooltip(tokens), formatter: (params: unknown) => {
      const [column = 0, row = 0] = (params as { value: number[] }).value;
      const said = long(column, row);
      return tip(said.title, said.rows);
    } },
    xAxis: { ...axis, data: [...columns], axisLabel: label },
    yAxis: { ...axis, data: [...rows], inverse: true, axisLabel: label },
    visualMap: { show: false, min: 0, max: most || 1, inRange: { color: [...tokens.sequential] } },
    series: [{
      type: 'heatmap', progressive: 0, itemStyle: { borderColor: tokens.surface, borderWidth: 2, borderRadius: 4 },
      data: cells.map(({ column, row, value }) => ({
        value: [column, row, value],
        label: { show: true, formatter: cell(value), fontFamily: FONT, fontSize: 13, fontWeight: 600, color: inkOn(value, most, tokens) },
      })),
    }],
  };
}

/** Dark cells carry light figures, in the dark scheme the other way round. */
function inkOn(value: number, most: number, tokens: Tokens): string {
  const strong = value > 0.55 * most;
  if (!strong) return tokens.text;
  return tokens.surface;
}
