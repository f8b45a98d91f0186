import { tip, tooltip } from '../../lib/chartOptions';
import type { Common } from '../../lib/plots';
import type { Tokens } from '../../lib/tokens';

/** Outlines of countries in a plane of so many units; those too small for an outline are dots. */
export interface World {
  width: number;
  height: number;
  countries: Record<string, string>;
  nameless: readonly string[];
  dots: Record<string, readonly number[]>;
}

export interface Source {
  country: string;
  requests: number;
}

interface MapInput extends Common {
  world: World;
  /** Countries that something came from, the most first: the order of the points that keys reach. */
  sources: readonly Source[];
  name: (country: string) => string;
  rows: (source: Source) => { label: string; value: string }[];
  quiet: string;
}

interface Shape {
  country: string | null;
  path: string | null;
  dot: readonly number[] | null;
}

interface DrawingApi {
  getWidth: () => number;
  getHeight: () => number;
}

const MARGIN = 6;
const DOT = 4;

/** Countries with requests first, so that the keys go through them; then the rest of the world. */
export function shapesOf(world: World, sources: readonly Source[]): Shape[] {
  const shape = (country: string): Shape => ({ country, path: world.countries[country] ?? null, dot: world.dots[country] ?? null });
  const named = sources.map(({ country }) => country);
  const rest = Object.keys(world.countries).filter((country) => !named.includes(country));
  return [...named.map(shape), ...rest.map(shape), ...world.nameless.map((path) => ({ country: null, path, dot: null }))];
}

/** By powers of ten of the share of the most, so that one loud country does not hide the others. */
export function shade(requests: number, most: number, tokens: Tokens): string {
  if (requests <= 0) return tokens.grid;
  const steps = tokens.sequential.length - 1;
  const step = Math.max(1, steps + Math.ceil(Math.log10(requests / most) * 1.5));
  return tokens.sequential[step] ?? tokens.accent;
}

/** The world, each country as dark as it sent attacks. */
export function mapOption({ tokens, world, sources, name, rows, quiet }: MapInput) {
  const shapes = shapesOf(world, sources);
  const most = sources[0]?.requests ?? 1;
  return {
    tooltip: {
      ...tooltip(tokens), trigger: 'item',
      formatter: (params: unknown) => {
        const index = (params as { dataIndex: number }).dataIndex;
        const source = sources[index];
        const country = shapes[index]?.country;
        return tip(country ? name(country) : '–', source ? rows(source) : [{ label: quiet, value: '' }]);
      },
    },
    series: [{
      type: 'custom', coordinateSystem: 'none', data: shapes.map((_, index) => [index]), progressive: 0,
      renderItem: ({ dataIndex }: { dataIndex: number }, api: DrawingApi) => drawn(shapes[dataIndex], sources[dataIndex], most, world, tokens, api),
    }],
  };
}

function drawn(shape: Shape | undefined, source: Source | undefined, most: number, world: World, tokens: Tokens, api: DrawingApi) {
  if (!shape) return undefined;
  const scale = Math.min((api.getWidth() - 2 * MARGIN) / world.width, (api.getHeight() - 2 * MARGIN) / world.height);
  const left = (api.getWidth() - world.width * scale) / 2;
  const top = (api.getHeight() - world.height * scale) / 2;
  const style = { fill: shade(source?.requests ?? 0, most, tokens), stroke: tokens.surface, lineWidth: 0.6, strokeNoScale: true };
  const emphasis = { style: { stroke: tokens.accent, lineWidth: 1.5 } };
  if (shape.path) return { type: 'path', x: left, y: top, scaleX: scale, scaleY: scale, shape: { pathData: shape.path }, style, emphasis };
  const [x = 0, y = 0] = shape.dot ?? [];
  if (!shape.dot) return undefined;
  return { type: 'circle', shape: { cx: left + x * scale, cy: top + y * scale, r: DOT }, style: { ...style, stroke: tokens.accent }, emphasis };
}
