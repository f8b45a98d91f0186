import { expect, it } from 'vitest';
import { pages } from './pages';

it.each(['path', 'name', 'key'] as const)('every page has a %s of its own', (part) => {
  const all = pages.map((page) => page[part]);
  expect(all.filter((value, index) => all.indexOf(value) !== index)).toEqual([]);
});

it('no page takes the key that leads the way', () => {
  expect(pages.filter(({ key }) => key === 'g')).toEqual([]);
});
