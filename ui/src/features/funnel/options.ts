import { categoryAxis, FONT, GRID, hatch, tip, tooltip, valueAxis, type TipRow } from '../../lib/chartOptions';
import { roundStep } from '../../lib/duration';
import { axisTip } from '../../lib/plots';
import type { Tokens } from '../../lib/tokens';

interface Common {
  tokens: Tokens;
  narrow: boolean;
}

/** What the labels of all steps share on a telephone, in pixels. */
const NARROW = 300;

export interface StepColumn {
  label: string;
  entered: number;
  /** How many the step before had and this one has not; none at steps that may be left out. */
  left: number;
  open: number;
  required: boolean;
  count: string;
  share: string;
  rows: readonly TipRow[];
}

/** Columns: who took a step is full, who may still is light, who left since the step before is hatched. */
export function stepsOption({ tokens, narrow, steps }: Common & { steps: readonly StepColumn[] }) {
  const head = ({ dataIndex }: { dataIndex: number }) => `{n|${steps[dataIndex]?.count}}\n{s|${steps[dataIndex]?.share}}`;
  const rich = {
    n: { fontFamily: FONT, fontSize: 13, lineHeight: 17, fontWeight: 640, color: tokens.text },
    s: { fontFamily: FONT, fontSize: 12, lineHeight: 16, color: tokens.muted },
  };
  const bar = { type: 'bar' as const, stack: 'way', barWidth: '62%' };
  return {
    grid: { ...GRID, top: 44 },
    tooltip: axisTip(tokens, (index) => steps[index]?.label ?? '', (index) => [...(steps[index]?.rows ?? [])]),
    xAxis: {
      ...categoryAxis(tokens, steps.map(({ label }) => label), (value) => value),
      axisLabel: { color: tokens.second, fontFamily: FONT, fontSize: narrow ? 11 : 12, interval: 0, margin: 10, lineHeight: 14, width: narrow ? Math.floor(NARROW / Math.max(4, steps.length)) : 130, overflow: 'break' },
    },
    yAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...steps.map(({ entered, left, open }) => entered + left + open)) },
    series: [
      { ...bar, data: steps.map(({ entered, required }) => ({ value: entered, itemStyle: { color: required ? tokens.fill : tokens.previous } })) },
      { ...bar, data: steps.map(({ open }) => open), itemStyle: { color: tokens.grid } },
      { ...bar, data: steps.map(({ left }) => left), itemStyle: { ...hatch(tokens), borderRadius: [4, 4, 0, 0] }, label: { show: true, position: 'top' as const, distance: 6, formatter: head, rich } },
    ],
  };
}

export interface CurvePoint {
  seconds: number;
  share: number;
  low: number;
  high: number;
}

/** The share that has converted by each time as a step line in its band. */
export function curveOption({ tokens, narrow, points, time, ratio, words }: Common & {
  points: readonly CurvePoint[]; time: (seconds: number) => string; ratio: (value: number) => string; words: { share: string; band: string };
}) {
  const base = { type: 'line' as const, step: 'end' as const, symbol: 'none', silent: true };
  const last = points.at(-1)?.seconds ?? 1;
  const interval = roundStep(last, narrow ? 4 : 7);
  const at = (pick: (point: CurvePoint) => number) => points.map((point) => [point.seconds, pick(point)]);
  return {
    grid: { ...GRID, right: 24 },
    tooltip: {
      ...tooltip(tokens), trigger: 'axis' as const,
      formatter: (params: unknown) => {
        const point = points[(params as { dataIndex: number }[])[0]?.dataIndex ?? 0];
        if (!point) return '';
        return tip(time(point.seconds), [
          { label: words.share, value: ratio(point.share), color: tokens.accent },
          { label: words.band, value: `${ratio(point.low)} – ${ratio(point.high)}`, color: tokens.accentSoft },
        ]);
      },
    },
    xAxis: { ...valueAxis(tokens, time), splitLine: { show: false }, axisLine: { lineStyle: { color: tokens.axis } }, interval, max: Math.ceil(last / interval) * interval, axisLabel: { ...valueAxis(tokens, time).axisLabel, hideOverlap: true } },
    yAxis: valueAxis(tokens, ratio),
    series: [
      { ...base, data: at(({ share }) => share), lineStyle: { color: tokens.accent, width: 2 }, itemStyle: { color: tokens.accent }, silent: false, z: 3 },
      { ...base, stack: 'band', data: at(({ low }) => low), lineStyle: { opacity: 0 } },
      { ...base, stack: 'band', stackStrategy: 'all', data: at(({ low, high }) => high - low), lineStyle: { opacity: 0 }, areaStyle: { color: tokens.accent, opacity: 0.14 } },
    ],
  };
}

export interface TrendPoint {
  bucket: string;
  rate: number | null;
  friction: boolean;
  complete: boolean;
  rows: readonly TipRow[];
}

/** The share that converts by time of entering; days of friction stand out, those not over yet are light. */
export function trendOption({ tokens, points, below, short, long, axis, words }: Common & {
  points: readonly TrendPoint[]; below: number | null; short: (bucket: string) => string; long: (bucket: string) => string; axis: (value: number) => string; words: { below: string };
}) {
  const color = ({ friction, complete }: TrendPoint) => {
    if (friction) return tokens.bad;
    return complete ? tokens.bar : tokens.grid;
  };
  return {
    grid: GRID,
    tooltip: axisTip(tokens, (index) => long(points[index]?.bucket ?? ''), (index) => [...(points[index]?.rows ?? [])]),
    xAxis: categoryAxis(tokens, points.map(({ bucket }) => bucket), short),
    yAxis: valueAxis(tokens, axis),
    series: [{
      type: 'bar', barCategoryGap: '22%', barMaxWidth: 36,
      // A day on which nobody went all the way would be a gap, like one on which nobody came.
      barMinHeight: 2,
      data: points.map((point) => ({ value: point.rate, itemStyle: { color: color(point), borderRadius: [3, 3, 0, 0] } })),
      ...(below === null ? {} : {
        markLine: {
          silent: true, symbol: 'none', lineStyle: { color: tokens.previous, type: [5, 4] as number[], width: 1.2 },
          label: { show: true, position: 'insideEndTop' as const, formatter: words.below, color: tokens.muted, fontFamily: FONT, fontSize: 11 },
          data: [{ yAxis: below }],
        },
      }),
    }],
  };
}
