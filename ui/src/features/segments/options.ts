import { categoryAxis, FONT, GRID, valueAxis } from '../../lib/chartOptions';
import { axisTip, type Common } from '../../lib/plots';

interface SharesInput extends Common {
  names: readonly string[];
  people: readonly number[];
  money: readonly number[];
  ratio: (value: number) => string;
  words: { people: string; money: string; index: string };
  indexes: readonly string[];
}

/** Two bars for each segment: what it is of the people, and what it brings of the money. */
export function sharesOption({ tokens, narrow, names, people, money, ratio, words, indexes }: SharesInput) {
  const label = { show: !narrow, position: 'top' as const, fontFamily: FONT, fontSize: 11, color: tokens.second, formatter: ({ value }: { value: number }) => ratio(value) };
  const bar = { type: 'bar' as const, barMaxWidth: 40, barGap: '10%', barCategoryGap: '34%', label };
  return {
    grid: { ...GRID, top: 24 },
    tooltip: axisTip(tokens, (index) => names[index] ?? '', (index) => [
      { label: words.people, value: ratio(people[index] ?? 0), color: tokens.rest },
      { label: words.money, value: ratio(money[index] ?? 0), color: tokens.fill },
      { label: words.index, value: indexes[index] ?? '' },
    ]),
    xAxis: { ...categoryAxis(tokens, names, (value) => value), axisLabel: { color: tokens.second, fontFamily: FONT, fontSize: narrow ? 10 : 12, interval: 0, margin: 10, rotate: narrow ? 40 : 0 } },
    yAxis: valueAxis(tokens, ratio),
    series: [
      { ...bar, data: [...people], itemStyle: { color: tokens.rest, borderRadius: [3, 3, 0, 0] } },
      { ...bar, data: [...money], itemStyle: { color: tokens.fill, borderRadius: [3, 3, 0, 0] } },
    ],
  };
}

export interface Move {
  before: string;
  now: string;
  visitors: number;
  share: number;
}

/** The moves as a square: a row for each segment that visitors come from, a column for each that they are in. */
export function matrixOf(moves: readonly Move[], order: readonly string[]): { before: string; cells: (Move | null)[]; total: number }[] {
  const [outside = '', ...inside] = order;
  return [outside, ...inside].flatMap((before) => {
    const row = moves.filter((move) => move.before === before);
    if (row.length === 0) return [];
    return [{ before, cells: inside.map((now) => row.find((move) => move.now === now) ?? null), total: row.reduce((sum, { visitors }) => sum + visitors, 0) }];
  });
}

/** How many changed their segment, how many came from outside, of how many. */
export function summary(moves: readonly Move[], outside: string): { all: number; moved: number; fresh: number } {
  const count = (kept: (move: Move) => boolean) => moves.filter(kept).reduce((sum, { visitors }) => sum + visitors, 0);
  return { all: count(() => true), moved: count(({ before, now }) => before !== outside && before !== now), fresh: count(({ before }) => before === outside) };
}
