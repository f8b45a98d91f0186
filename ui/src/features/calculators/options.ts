import { isAbsent } from '../../lib/absent';
import { FONT, GRID, tip, tooltip, valueAxis } from '../../lib/chartOptions';
import type { EChartsCoreOption } from '../../lib/echarts';
import type { Tokens } from '../../lib/tokens';

interface Common {
  tokens: Tokens;
}

interface Curve {
  name: string;
  mean: number;
  error: number;
  color: string;
}

type Write = (value: number) => string;
const POINTS = 121;

/** The points of a normal density. */
export function density({ mean, error }: Pick<Curve, 'mean' | 'error'>, low: number, high: number): [number, number][] {
  return Array.from({ length: POINTS }, (_, index) => {
    const at = low + ((high - low) * index) / (POINTS - 1);
    const z = (at - mean) / error;
    return [at, Math.exp((-z * z) / 2) / (error * Math.sqrt(2 * Math.PI))];
  });
}

function numberAxis(tokens: Tokens, low: number, high: number, write: Write) {
  return {
    type: 'value' as const, min: low, max: high, splitNumber: 4, axisLine: { lineStyle: { color: tokens.axis } }, axisTick: { show: false },
    splitLine: { show: false }, axisLabel: { color: tokens.muted, fontFamily: FONT, fontSize: 12, formatter: write, hideOverlap: true, showMinLabel: false, showMaxLabel: false },
  };
}

/** Where each arm's true rate may lie, as curves over one axis; a known rate is a line. */
export function curvesOption({ tokens, curves, known, write }: Common & { curves: readonly Curve[]; known?: { name: string; value: number }; write: Write }): EChartsCoreOption {
  const reach = curves.flatMap(({ mean, error }) => [mean - 4 * error, mean + 4 * error]).concat(known ? [known.value] : []);
  const low = Math.min(...reach);
  const high = Math.max(...reach);
  return {
    grid: GRID,
    tooltip: {
      ...tooltip(tokens), trigger: 'item',
      formatter: (params: unknown) => {
        const curve = curves[(params as { seriesIndex: number }).seriesIndex];
        return tip(curve?.name ?? '', curve ? [{ label: write(curve.mean), value: `± ${write(1.96 * curve.error)}`, color: curve.color }] : []);
      },
    },
    xAxis: numberAxis(tokens, low, high, write),
    yAxis: { ...valueAxis(tokens, () => ''), splitLine: { show: false }, axisLabel: { show: false } },
    series: curves.map((curve, index) => ({
      type: 'line', name: curve.name, data: density(curve, low, high), showSymbol: false, smooth: true, lineStyle: { color: curve.color, width: 2 },
      itemStyle: { color: curve.color }, areaStyle: { color: curve.color, opacity: 0.12 },
      ...(index === 0 && known
        ? { markLine: { silent: true, symbol: 'none', label: { formatter: known.name, color: tokens.second, fontFamily: FONT }, lineStyle: { color: tokens.second, type: 'dashed' }, data: [{ xAxis: known.value }] } }
        : {}),
    })),
  };
}

interface Effect {
  estimate: number;
  low: number;
  high: number;
}

interface DrawingApi {
  value(index: number): number;
  coord(point: [number, number]): [number, number];
}

/** The effect with its interval around the line of no change. */
export function intervalOption({ tokens, effect, color, name, write }: Common & { effect: Effect; color: string; name: string; write: Write }): EChartsCoreOption {
  const reach = 1.15 * Math.max(1e-9, Math.abs(effect.low), Math.abs(effect.high), Math.abs(effect.estimate));
  return {
    grid: { ...GRID, top: 20 },
    tooltip: { ...tooltip(tokens), trigger: 'item', formatter: () => tip(name, [{ label: write(effect.estimate), value: `${write(effect.low)} … ${write(effect.high)}`, color }]) },
    xAxis: { ...numberAxis(tokens, -reach, reach, write), splitLine: { showMinLine: false, showMaxLine: false, lineStyle: { color: tokens.grid } } },
    yAxis: { type: 'value', min: -1, max: 1, show: false },
    series: [{
      type: 'custom', data: [[effect.low, effect.high, effect.estimate]], encode: { x: [0, 1, 2] },
      renderItem: (_: unknown, drawing: DrawingApi) => {
        const [left, y] = drawing.coord([drawing.value(0), 0]);
        const [right] = drawing.coord([drawing.value(1), 0]);
        const [dot] = drawing.coord([drawing.value(2), 0]);
        return {
          type: 'group',
          children: [
            { type: 'rect', shape: { x: left, y: y - 6, width: Math.max(1, right - left), height: 12, r: 6 }, style: { fill: color, opacity: 0.28 } },
            { type: 'circle', shape: { cx: dot, cy: y, r: 7 }, style: { fill: color, stroke: tokens.surface, lineWidth: 2 } },
          ],
        };
      },
      markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: tokens.second, width: 1, type: 'solid' }, data: [{ xAxis: 0 }] },
    }],
  };
}

export interface Point {
  units: number;
  value: number | null;
}

/** Something by the number of units, with the value that is wanted as a dashed line and the units that reach it. */
export function byUnitsOption({ tokens, points, wanted, required, most, words, units, write }: Common & {
  points: readonly Point[]; wanted?: number; required?: number | null; most?: number; words: { name: string; wanted: string }; units: Write; write: Write;
}): EChartsCoreOption {
  const lines = [
    ...(wanted === undefined ? [] : [{ yAxis: wanted, label: { formatter: words.wanted, position: most !== undefined && wanted > 0.85 * most ? 'insideEndBottom' : 'insideEndTop' } }]),
    ...(required ? [{ xAxis: required, label: { formatter: units(required), position: 'end', rotate: 0, distance: 4 } }] : []),
  ];
  return {
    grid: { ...GRID, top: 20 },
    tooltip: {
      ...tooltip(tokens), trigger: 'axis',
      formatter: (params: unknown) => {
        const point = points[(params as { dataIndex: number }[])[0]?.dataIndex ?? 0];
        const value = point?.value;
        return tip(units(point?.units ?? 0), [{ label: words.name, value: isAbsent(value) ? '–' : write(value), color: tokens.fill }]);
      },
    },
    xAxis: numberAxis(tokens, 0, Math.max(...points.map((point) => point.units)), units),
    yAxis: { ...valueAxis(tokens, write), ...(most === undefined ? {} : { max: most, interval: most / 4 }) },
    series: [{
      type: 'line', data: points.map((point) => [point.units, point.value]), showSymbol: false, lineStyle: { color: tokens.fill, width: 2.5 }, itemStyle: { color: tokens.fill },
      markLine: { silent: true, symbol: 'none', lineStyle: { color: tokens.second, type: 'dashed' }, label: { color: tokens.second, fontFamily: FONT, fontSize: 12 }, data: lines },
    }],
  };
}
