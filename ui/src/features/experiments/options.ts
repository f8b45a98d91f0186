import { categoryAxis, FONT, GRID, tip, tooltip, valueAxis } from '../../lib/chartOptions';
import type { EChartsCoreOption } from '../../lib/echarts';
import type { Tokens } from '../../lib/tokens';

type Write = (value: number) => string;
export type Tone = 'good' | 'bad' | 'open';

export interface ForestRow {
  name: string;
  low: number;
  estimate: number;
  high: number;
  tone: Tone;
  /** How much worse a guardrail may be: a value on the bad side of zero; null for the others. */
  margin: number | null;
}

interface DrawingApi {
  value(index: number): number;
  coord(point: [number, number]): [number, number];
}

export const colorOf = (tokens: Tokens, tone: Tone) => (tone === 'open' ? tokens.previous : tokens[tone]);

/** Reaches equally far to both sides, so that the line of no change stands in the middle; one open interval does not flatten the rest. */
export function reachOf(rows: readonly { low: number; estimate: number; high: number }[]): number {
  const far = rows.map(({ low, high }) => Math.max(Math.abs(low), Math.abs(high))).sort((a, b) => a - b);
  const usual = far[Math.floor((far.length - 1) / 2)] ?? 0;
  const points = Math.max(0, ...rows.map(({ estimate }) => Math.abs(estimate)));
  return 1.1 * Math.max(0.01, points, Math.min(far.at(-1) ?? 0, 4 * usual));
}

/** Every figure's lift with its interval about the line of no change. */
export function forestOption({ tokens, narrow, rows, words, write, tick }: { tokens: Tokens; narrow: boolean; rows: readonly ForestRow[]; words: { lift: string; interval: string; margin: string }; write: Write; tick: Write }): EChartsCoreOption {
  const reach = reachOf(rows);
  const within = (value: number) => Math.max(-reach, Math.min(reach, value));
  const ticks = valueAxis(tokens, tick);
  return {
    grid: { ...GRID, left: 8, right: 16, top: 8 },
    tooltip: {
      ...tooltip(tokens), trigger: 'item',
      formatter: (params: unknown) => {
        const row = rows[(params as { dataIndex: number }).dataIndex];
        if (!row) return tip('', []);
        const marked = row.margin === null ? [] : [{ label: words.margin, value: write(row.margin) }];
        return tip(row.name, [{ label: words.lift, value: write(row.estimate), color: colorOf(tokens, row.tone) }, { label: words.interval, value: `${write(row.low)} … ${write(row.high)}` }, ...marked]);
      },
    },
    xAxis: { ...ticks, splitLine: { ...ticks.splitLine, showMinLine: false, showMaxLine: false }, min: -reach, max: reach, splitNumber: narrow ? 2 : 4, axisLabel: { ...ticks.axisLabel, hideOverlap: true, showMinLabel: false, showMaxLabel: false } },
    yAxis: {
      type: 'category', inverse: true, data: rows.map(({ name }) => name), axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: tokens.second, fontFamily: FONT, fontSize: 12, interval: 0, margin: 10, width: narrow ? 140 : 220, overflow: 'truncate' },
    },
    series: [{
      type: 'custom', data: rows.map(({ low, high, estimate, margin }, index) => [within(low), within(high), within(estimate), index, margin ?? 0]), encode: { x: [0, 1, 2], y: 3 },
      renderItem: (_: unknown, drawing: DrawingApi) => {
        const index = drawing.value(3);
        const color = colorOf(tokens, rows[index]?.tone ?? 'open');
        const [left, y] = drawing.coord([drawing.value(0), index]);
        const [right] = drawing.coord([drawing.value(1), index]);
        const [dot] = drawing.coord([drawing.value(2), index]);
        const [edge] = drawing.coord([drawing.value(4), index]);
        return {
          type: 'group',
          children: [
            { type: 'rect', shape: { x: left, y: y - 4, width: Math.max(1, right - left), height: 8, r: 4 }, style: { fill: color, opacity: 0.32 } },
            { type: 'circle', shape: { cx: dot, cy: y, r: 5 }, style: { fill: color, stroke: tokens.surface, lineWidth: 2 } },
            ...(rows[index]?.margin === null ? [] : [{ type: 'rect', shape: { x: edge - 1, y: y - 9, width: 2, height: 18 }, style: { fill: tokens.warn } }]),
          ],
        };
      },
      markLine: { silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: tokens.second, width: 1, type: 'solid' }, data: [{ xAxis: 0 }] },
    }],
  };
}

export interface CoursePoint {
  day: string;
  lift: number | null;
  low: number | null;
  high: number | null;
}

/** The lift of all so far, day by day, within its interval. */
export function courseOption({ tokens, points, words, write, tick = write, short, long }: { tokens: Tokens; points: readonly CoursePoint[]; words: { lift: string; interval: string }; write: Write; tick?: Write; short: (day: string) => string; long: (day: string) => string }): EChartsCoreOption {
  const lows = points.map(({ low }) => low);
  const spans = points.map(({ low, high }) => (low === null || high === null ? null : high - low));
  const reach = reachOf(points.flatMap(({ low, lift, high }) => (lift === null ? [] : [{ low: low ?? lift, estimate: lift, high: high ?? lift }])));
  const ticks = valueAxis(tokens, tick);
  const plain = { type: 'line' as const, symbol: 'none', silent: true, connectNulls: false, lineStyle: { opacity: 0 } };
  return {
    grid: { ...GRID, top: 12 },
    tooltip: {
      ...tooltip(tokens), trigger: 'axis',
      formatter: (params: unknown) => {
        const point = points[(params as { dataIndex: number }[])[0]?.dataIndex ?? 0];
        const shown = (value: number | null | undefined) => (value === null || value === undefined ? '–' : write(value));
        return tip(long(point?.day ?? ''), [{ label: words.lift, value: shown(point?.lift), color: tokens.fill }, { label: words.interval, value: `${shown(point?.low)} … ${shown(point?.high)}`, color: tokens.bar }]);
      },
    },
    xAxis: { ...categoryAxis(tokens, points.map(({ day }) => day), short), boundaryGap: false, axisLine: { onZero: false, lineStyle: { color: tokens.axis } } },
    yAxis: { ...ticks, splitLine: { ...ticks.splitLine, showMinLine: false, showMaxLine: false }, min: -reach, max: reach, axisLabel: { ...ticks.axisLabel, showMinLabel: false, showMaxLabel: false } },
    series: [
      { ...plain, name: 'low', stack: 'interval', stackStrategy: 'all', data: lows },
      { ...plain, name: words.interval, stack: 'interval', stackStrategy: 'all', data: spans, areaStyle: { color: tokens.bar, opacity: 0.55 } },
      {
        type: 'line', name: words.lift, data: points.map(({ lift }) => lift), symbol: points.length === 1 ? 'circle' : 'none', symbolSize: 8, lineStyle: { color: tokens.fill, width: 2.5 }, itemStyle: { color: tokens.fill },
        markLine: { silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: tokens.second, width: 1, type: 'solid' }, data: [{ yAxis: 0 }] },
      },
    ],
  };
}
