import { describe, expect, it } from 'vitest';
import { flowOf, flowOption, type Move } from './flow';
import { light } from './tokens';

const moves: Move[] = [
  { position: 1, from: 'page', to: 'view', count: 60, seconds: 12 },
  { position: 1, from: 'page', to: null, count: 39, seconds: null },
  { position: 1, from: 'search', to: 'view', count: 1, seconds: 3 },
  { position: 2, from: 'view', to: 'page', count: 20, seconds: 5 },
];

describe('a flow', () => {
  it('has a node per step and place, as thick as what comes or goes', () => {
    const { nodes, left } = flowOf(moves, 0.02);
    expect(nodes.map(({ name, value, ends }) => [name.replace('\u0000', ''), value, ends])).toEqual([
      ['1 page', 99, false], ['2 view', 60, false], ['2 end', 39, true], ['3 page', 20, false],
    ]);
    expect(left).toBe(1);
  });
  it('never leads back to an earlier place, so that it has no rounds', () => {
    for (const { source, target } of flowOf(moves, 0).links) expect(Number.parseInt(target, 10)).toBe(Number.parseInt(source, 10) + 1);
  });
  it('is empty without moves', () => {
    expect(flowOf([])).toEqual({ nodes: [], links: [], left: 0 });
  });
});

it('tells links and steps in words', () => {
  const option = flowOption({ tokens: light, narrow: false, moves, step: (name) => name.toUpperCase(), end: 'Left', count: String, time: (seconds) => `${seconds}s`, words: { count: 'Sessions', time: 'Time' } });
  const [series] = option.series;
  const told = (dataType: string, data: unknown) => (option.tooltip.formatter({ dataType, data }) as HTMLElement).textContent;
  expect(told('edge', series!.links[0])).toBe('PAGE → VIEWSessions60Time12s');
  expect(told('edge', series!.links[1])).toBe('PAGE → LeftSessions39');
  expect(told('node', series!.data[0])).toBe('PAGESessions99');
});
