import { categoryAxis, FONT, GRID, valueAxis } from './chartOptions';
import { axisTip, type Common } from './plots';
import type { Value } from './series';

interface ParetoInput extends Common {
  names: readonly string[];
  values: readonly number[];
  cumulative: readonly number[];
  makers: number;
  axis: (value: number) => string;
  full: (value: Value) => string;
  ratio: (value: number) => string;
  words: { value: string; cumulative: string };
  axisName: string;
}

/** Bars from the greatest with their cumulative share, and the mark of 80 %. */
export function paretoOption(input: ParetoInput) {
  const { tokens, names, values, cumulative, makers } = input;
  const share = tokens.series[1];
  return {
    grid: { ...GRID, bottom: 24, right: 4, top: 16 },
    tooltip: axisTip(tokens, (index) => names[index] ?? '', (index) => [
      { label: input.words.value, value: input.full(values[index] ?? null), color: index < makers ? tokens.fill : tokens.rest },
      { label: input.words.cumulative, value: input.ratio(cumulative[index] ?? 0), color: share },
    ]),
    xAxis: {
      ...categoryAxis(tokens, values.map((_, index) => String(index + 1)), (value) => value),
      name: input.axisName, nameLocation: 'middle', nameGap: 30, nameTextStyle: { color: tokens.muted, fontFamily: FONT, fontSize: 12 },
    },
    yAxis: [
      valueAxis(tokens, input.axis),
      { ...valueAxis(tokens, (value) => input.ratio(value)), max: 1, interval: 0.2, splitLine: { show: false } },
    ],
    series: [
      {
        type: 'bar', barCategoryGap: values.length > 40 ? '12%' : '26%',
        data: values.map((value, index) => ({ value, itemStyle: { color: index < makers ? tokens.fill : tokens.rest, borderRadius: [3, 3, 0, 0] } })),
      },
      {
        type: 'line', yAxisIndex: 1, data: [...cumulative], symbol: values.length > 40 ? 'none' : 'circle', symbolSize: 4, lineStyle: { color: share, width: 2 }, itemStyle: { color: share },
        markLine: {
          silent: true, symbol: 'none', animation: false, lineStyle: { color: tokens.second, type: [3, 3], width: 1 },
          label: { position: 'insideEndBottom', formatter: input.ratio(0.8), color: tokens.text, fontFamily: FONT, fontSize: 12, fontWeight: 600 },
          data: [{ yAxis: 0.8 }],
        },
      },
    ],
  };
}
