import { isAbsent } from '../../lib/absent';
import { categoryAxis, FONT, GRID, tip, tooltip, valueAxis } from '../../lib/chartOptions';
import type { EChartsCoreOption } from '../../lib/echarts';
import type { Tokens } from '../../lib/tokens';

type Write = (value: number) => string;

interface Common {
  tokens: Tokens;
  narrow: boolean;
}

export interface Bar {
  name: string;
  added: number;
  alone: number;
  cost: number;
}

const barAxis = (tokens: Tokens, names: readonly string[], narrow: boolean) => ({
  type: 'category' as const, inverse: true, data: [...names], axisLine: { show: false }, axisTick: { show: false },
  axisLabel: { color: tokens.second, fontFamily: FONT, fontSize: 12, width: narrow ? 110 : 210, overflow: 'truncate' as const },
});

function moneyAxis(tokens: Tokens, money: Write, narrow: boolean) {
  const axis = valueAxis(tokens, money);
  return { ...axis, splitNumber: narrow ? 2 : 4, axisLabel: { ...axis.axisLabel, hideOverlap: true } };
}

/** What each scenario adds to those before it, and hatched what it would bring alone. */
export function roadmapOption({ tokens, narrow, bars, words, money, tick }: Common & { bars: readonly Bar[]; words: { added: string; lost: string; cost: string }; money: Write; tick: Write }): EChartsCoreOption {
  return {
    grid: GRID,
    tooltip: {
      ...tooltip(tokens), trigger: 'axis', axisPointer: { type: 'shadow', shadowStyle: { color: tokens.sunken } },
      formatter: (params: unknown) => {
        const bar = bars[(params as { dataIndex: number }[])[0]?.dataIndex ?? 0];
        return tip(bar?.name ?? '', bar ? [{ label: words.added, value: money(bar.added), color: tokens.fill }, { label: words.lost, value: money(Math.max(0, bar.alone - bar.added)), color: tokens.rest }, { label: words.cost, value: money(bar.cost) }] : []);
      },
    },
    xAxis: moneyAxis(tokens, tick, narrow),
    yAxis: barAxis(tokens, bars.map(({ name }) => name), narrow),
    series: [
      { type: 'bar', name: words.added, stack: 'all', data: bars.map(({ added }) => added), itemStyle: { color: tokens.fill, borderRadius: 2 }, barMaxWidth: 18 },
      { type: 'bar', name: words.lost, stack: 'all', data: bars.map(({ alone, added }) => Math.max(0, alone - added)), itemStyle: { color: tokens.rest, opacity: 0.55, borderRadius: 2 } },
    ],
  };
}

export interface Range {
  name: string;
  low: number;
  middle: number;
  high: number;
  cost: number;
}

interface DrawingApi {
  value(index: number): number;
  coord(point: [number, number]): [number, number];
}

/** The yearly impact of each scenario with its simulated range; the mark is the cost. */
export function impactOption({ tokens, narrow, ranges, words, money, tick }: Common & { ranges: readonly Range[]; words: { impact: string; range: string; cost: string }; money: Write; tick: Write }): EChartsCoreOption {
  return {
    grid: GRID,
    tooltip: {
      ...tooltip(tokens), trigger: 'item',
      formatter: (params: unknown) => {
        const range = ranges[(params as { dataIndex: number }).dataIndex];
        return tip(range?.name ?? '', range ? [{ label: words.impact, value: money(range.middle), color: tokens.fill }, { label: words.range, value: `${money(range.low)} … ${money(range.high)}` }, { label: words.cost, value: money(range.cost) }] : []);
      },
    },
    xAxis: { ...moneyAxis(tokens, tick, narrow), min: Math.min(0, ...ranges.map(({ low }) => low)), max: Math.max(...ranges.map(({ high, cost }) => Math.max(high, cost))) },
    yAxis: barAxis(tokens, ranges.map(({ name }) => name), narrow),
    series: [{
      type: 'custom', data: ranges.map(({ low, high, middle, cost }, index) => [low, high, middle, cost, index]), encode: { x: [0, 1, 2, 3], y: 4 },
      renderItem: (_: unknown, drawing: DrawingApi) => {
        const index = drawing.value(4);
        const [left, y] = drawing.coord([drawing.value(0), index]);
        const [right] = drawing.coord([drawing.value(1), index]);
        const [dot] = drawing.coord([drawing.value(2), index]);
        const [cost] = drawing.coord([drawing.value(3), index]);
        return {
          type: 'group',
          children: [
            { type: 'rect', shape: { x: left, y: y - 4, width: Math.max(1, right - left), height: 8, r: 4 }, style: { fill: tokens.bar } },
            { type: 'circle', shape: { cx: dot, cy: y, r: 5 }, style: { fill: tokens.fill, stroke: tokens.surface, lineWidth: 2 } },
            { type: 'rect', shape: { x: cost - 1, y: y - 8, width: 2, height: 16 }, style: { fill: tokens.second } },
          ],
        };
      },
      markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: tokens.second, width: 1, type: 'solid' }, data: [{ xAxis: 0 }] },
    }],
  };
}

export interface DayLine {
  day: string;
  value: number | null;
  low?: number | null;
  high?: number | null;
}

/** The measured lift day by day within the interval that may be looked at every day. */
export function liftOption({ tokens, days, expected, words, ratio }: { tokens: Tokens; days: readonly DayLine[]; expected: number; words: { lift: string; interval: string; expected: string }; ratio: Write }): EChartsCoreOption {
  const line = { type: 'line' as const, showSymbol: false, connectNulls: false };
  return {
    grid: { ...GRID, top: 20 },
    tooltip: {
      ...tooltip(tokens), trigger: 'axis',
      formatter: (params: unknown) => {
        const day = days[(params as { dataIndex: number }[])[0]?.dataIndex ?? 0];
        const value = day?.value;
        const rows = [{ label: words.lift, value: isAbsent(value) ? '–' : ratio(value), color: tokens.fill }];
        return tip(day?.day ?? '', day === undefined || isAbsent(day.low) ? rows : [...rows, { label: words.interval, value: `${ratio(day.low)} … ${ratio(day.high ?? 0)}` }]);
      },
    },
    xAxis: categoryAxis(tokens, days.map(({ day }) => day), (day) => day),
    yAxis: { ...valueAxis(tokens, ratio), min: undefined, scale: false },
    series: [
      { ...line, name: words.lift, data: days.map(({ value }) => value), lineStyle: { color: tokens.fill, width: 2.5 }, itemStyle: { color: tokens.fill },
        markLine: { silent: true, symbol: 'none', lineStyle: { color: tokens.second }, label: { color: tokens.second, fontFamily: FONT, position: 'insideEndTop' },
          data: [{ yAxis: 0, lineStyle: { type: 'solid', width: 1 }, label: { show: false } }, { yAxis: expected, lineStyle: { type: 'dashed' }, label: { formatter: words.expected } }] } },
      { ...line, name: 'low', data: days.map(({ low }) => low ?? null), lineStyle: { color: tokens.control, width: 1.5, type: 'dotted' }, itemStyle: { color: tokens.control } },
      { ...line, name: 'high', data: days.map(({ high }) => high ?? null), lineStyle: { color: tokens.control, width: 1.5, type: 'dotted' }, itemStyle: { color: tokens.control } },
    ],
  };
}

export interface PDay {
  day: string;
  plain: number | null;
  always: number | null;
}

/** Both p values day by day with the level between them. */
export function pOption({ tokens, days, words, write }: { tokens: Tokens; days: readonly PDay[]; words: { plain: string; always: string; level: string }; write: Write }): EChartsCoreOption {
  const line = { type: 'line' as const, showSymbol: false };
  return {
    grid: { ...GRID, top: 20 },
    tooltip: {
      ...tooltip(tokens), trigger: 'axis',
      formatter: (params: unknown) => {
        const day = days[(params as { dataIndex: number }[])[0]?.dataIndex ?? 0];
        const shown = (value: number | null | undefined) => (isAbsent(value) ? '–' : write(value));
        return tip(day?.day ?? '', [{ label: words.always, value: shown(day?.always), color: tokens.fill }, { label: words.plain, value: shown(day?.plain), color: tokens.previous }]);
      },
    },
    xAxis: categoryAxis(tokens, days.map(({ day }) => day), (day) => day),
    yAxis: { ...valueAxis(tokens, write), max: 1, interval: 0.25 },
    series: [
      { ...line, name: words.always, data: days.map(({ always }) => always), lineStyle: { color: tokens.fill, width: 2.5 }, itemStyle: { color: tokens.fill },
        markLine: { silent: true, symbol: 'none', lineStyle: { color: tokens.second, type: 'dashed' }, label: { formatter: words.level, color: tokens.second, fontFamily: FONT, position: 'insideEndTop' }, data: [{ yAxis: 0.05 }] } },
      { ...line, name: words.plain, data: days.map(({ plain }) => plain), lineStyle: { color: tokens.previous, width: 1.5, type: 'dashed' }, itemStyle: { color: tokens.previous } },
    ],
  };
}
