export type Value = number | null;

/** Mean of the last `window` values; nothing before the first full window or across a gap. */
export function rollingMean(values: readonly Value[], window: number): Value[] {
  return values.map((_, index) => {
    const slice = values.slice(Math.max(0, index - window + 1), index + 1);
    if (slice.length < window || slice.some((value) => value === null)) return null;
    return slice.reduce<number>((sum, value) => sum + (value ?? 0), 0) / window;
  });
}

export function sum(values: readonly Value[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

/** Relative change, or null where there is nothing to compare with. */
export function change(now: Value | undefined, before: Value | undefined): number | null {
  if (now === null || now === undefined || !before) return null;
  return (now - before) / Math.abs(before);
}

export interface Concentration {
  shares: number[];
  cumulative: number[];
  /** How many of the first products make `mark` of the whole. */
  makers: number;
}

/** `values` sorted from the greatest; negative ones (more refunded than sold) count as nothing. */
export function concentration(values: readonly number[], mark = 0.8): Concentration {
  const kept = values.map((value) => Math.max(0, value));
  const total = sum(kept);
  let running = 0;
  const cumulative = kept.map((value) => {
    running += value;
    return total === 0 ? 0 : running / total;
  });
  const reached = cumulative.findIndex((share) => share >= mark - 1e-9);
  return { shares: kept.map((value) => (total === 0 ? 0 : value / total)), cumulative, makers: total === 0 ? 0 : reached + 1 };
}

export interface Spread {
  n: number;
  least: number;
  low: number;
  median: number;
  high: number;
  most: number;
}

/** Quartiles by linear interpolation between the two nearest values (type 7 of Hyndman and Fan, 1996); null without values. */
export function spread(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)]!;
    return low + (sorted[Math.ceil(place)]! - low) * (place - Math.floor(place));
  };
  return { n: sorted.length, least: at(0), low: at(0.25), median: at(0.5), high: at(0.75), most: at(1) };
}

/** What stands above the line in the last `window` places over what stands below it; nothing before the first full window. */
export function rollingRatio(above: readonly Value[], below: readonly Value[], window: number): Value[] {
  return above.map((_, index) => {
    if (index < window - 1) return null;
    const under = sum(below.slice(index - window + 1, index + 1));
    return under > 0 ? sum(above.slice(index - window + 1, index + 1)) / under : null;
  });
}

const Z_95 = 1.959964;

/** 95 % interval of a share by the score method of E. B. Wilson (Journal of the American Statistical Association 22, 1927), which keeps its promise where little was counted. */
export function wilson(hits: number, n: number): [number, number] | null {
  if (n <= 0) return null;
  const share = Math.min(1, hits / n);
  const spare = (Z_95 * Z_95) / n;
  const middle = (share + spare / 2) / (1 + spare);
  const reach = (Z_95 / (1 + spare)) * Math.sqrt((share * (1 - share)) / n + spare / n / 4);
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}
