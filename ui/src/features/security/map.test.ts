import { expect, it } from 'vitest';
import { light } from '../../lib/tokens';
import { mapOption, shade, shapesOf, type World } from './map';
import outlines from './world.json';

const world = outlines as unknown as World;
const names = new Intl.DisplayNames(['en'], { type: 'region' });

it('knows the countries by their codes', () => {
  const codes = Object.keys(world.countries);
  expect(codes.length).toBeGreaterThan(170);
  expect(codes.filter((code) => names.of(code) === code)).toEqual([]);
  expect(codes).toEqual(expect.arrayContaining(['FR', 'DE', 'US', 'CN', 'RU', 'BR', 'IN', 'NO', 'XK']));
  expect(Object.keys(world.dots)).toEqual(expect.arrayContaining(['SG', 'MT']));
});

it('draws every outline within its plane', () => {
  const numbers = (path: string) => (path.match(/-?[\d.]+ -?[\d.]+/g) ?? []).map((pair) => pair.split(' ').map(Number));
  const points = [...Object.values(world.countries), ...world.nameless].flatMap(numbers);
  expect(points.every(([x = -1, y = -1]) => x >= 0 && x <= world.width && y >= 0 && y <= world.height)).toBe(true);
  const [x = 0, y = 0] = numbers(world.countries.FR ?? '').at(-1) ?? [];
  expect(x).toBeGreaterThan(480);
  expect(x).toBeLessThan(540);
  expect(y).toBeLessThan(world.height / 2);
});

it('puts the countries that something came from first, the most first', () => {
  const shapes = shapesOf(world, [{ country: 'SG', requests: 9 }, { country: 'FR', requests: 3 }]);
  expect(shapes.slice(0, 2).map(({ country }) => country)).toEqual(['SG', 'FR']);
  expect(shapes[0]?.dot).toHaveLength(2);
  expect(shapes.filter(({ country }) => country === 'FR')).toHaveLength(1);
});

it('shades by powers of ten, from nothing to the most', () => {
  expect(shade(0, 100, light)).toBe(light.grid);
  expect(shade(100, 100, light)).toBe(light.sequential.at(-1));
  expect(shade(1, 1_000_000, light)).toBe(light.sequential[1]);
  const option = mapOption({ tokens: light, narrow: false, world, sources: [{ country: 'FR', requests: 3 }], name: String, rows: () => [], quiet: 'none' });
  const drawn = option.series[0]?.renderItem({ dataIndex: 0 }, { getWidth: () => 512, getHeight: () => 300 });
  expect(drawn).toMatchObject({ type: 'path', style: { fill: light.sequential.at(-1) } });
});
