import type { Concentration } from './series';

export interface Bars {
  names: string[];
  values: number[];
  cumulative: number[];
  makers: number;
  /** Products to a bar. */
  size: number;
}

/** With more products than bars fit, neighbours in rank share one; the mark falls on the bar that holds the product reaching it. */
export function grouped(sold: readonly { name: string; value: number }[], { cumulative, makers }: Concentration, most: number): Bars {
  const size = Math.max(1, Math.ceil(sold.length / most));
  const bars: Bars = { names: [], values: [], cumulative: [], makers: Math.ceil(makers / size), size };
  for (let start = 0; start < sold.length; start += size) {
    const part = sold.slice(start, start + size);
    bars.names.push(part.length === 1 ? part[0]!.name : `${start + 1}–${start + part.length}`);
    bars.values.push(part.reduce((total, { value }) => total + value, 0));
    bars.cumulative.push(cumulative[start + part.length - 1] ?? 0);
  }
  return bars;
}
