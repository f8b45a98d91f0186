import { FONT, tip, tooltip } from './chartOptions';
import type { Tokens } from './tokens';

/** How many went from one step to the next; null for those who ended there. */
export interface Move {
  position: number;
  from: string;
  to: string | null;
  count: number;
  /** Median time between them, where both happened. */
  seconds?: number | null;
}

interface Node {
  name: string;
  depth: number;
  label: string;
  value: number;
  ends: boolean;
}

interface Link {
  source: string;
  target: string;
  value: number;
  seconds: number | null;
}

const END = '\u0000end';

/** Nodes and links of a flow in columns; what is thinner than a part of the whole is left out. */
export function flowOf(moves: readonly Move[], least = 0.004): { nodes: Node[]; links: Link[]; left: number } {
  const whole = moves.reduce((sum, { position, count }) => sum + (position === moves[0]?.position ? count : 0), 0);
  const shown = moves.filter(({ count }) => count >= whole * least);
  const nodes = new Map<string, Node>();
  const links = shown.map(({ position, from, to, count, seconds }): Link => {
    const source = `${position} ${from}`;
    const target = `${position + 1} ${to ?? END}`;
    const add = (name: string, depth: number, label: string, ends: boolean, incoming: number, outgoing: number) => {
      const node = nodes.get(name) ?? { name, depth, label, ends, value: 0, incoming: 0, outgoing: 0 } as Node & { incoming: number; outgoing: number };
      const sums = node as Node & { incoming: number; outgoing: number };
      sums.incoming += incoming;
      sums.outgoing += outgoing;
      node.value = Math.max(sums.incoming, sums.outgoing);
      nodes.set(name, node);
    };
    add(source, position, from, false, 0, count);
    add(target, position + 1, to ?? '', to === null, count, 0);
    return { source, target, value: count, seconds: seconds ?? null };
  });
  return { nodes: [...nodes.values()], links, left: moves.length - shown.length };
}

interface FlowInput {
  tokens: Tokens;
  narrow: boolean;
  moves: readonly Move[];
  /** Name of a step. */
  step: (name: string) => string;
  end: string;
  count: (value: number) => string;
  time: (seconds: number) => string;
  words: { count: string; time: string };
}

/** A Sankey of moves from step to step; one colour, ends in grey. */
export function flowOption({ tokens, narrow, moves, step, end, count, time, words }: FlowInput) {
  const { nodes, links } = flowOf(moves);
  const first = Math.min(...nodes.map(({ depth }) => depth));
  const named = new Map(nodes.map((node) => [node.name, node.ends ? end : step(node.label)]));
  const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  return {
    tooltip: {
      ...tooltip(tokens),
      formatter: (params: unknown) => {
        const { dataType, data } = params as { dataType: string; data: Link & Node };
        if (dataType === 'node') return tip(named.get(data.name) ?? '', [{ label: words.count, value: count(data.value) }]);
        return tip(`${named.get(data.source)} → ${named.get(data.target)}`, [
          { label: words.count, value: count(data.value) },
          ...(data.seconds === null ? [] : [{ label: words.time, value: time(data.seconds) }]),
        ]);
      },
    },
    series: [{
      type: 'sankey', left: 4, right: narrow ? 60 : 130, top: 8, bottom: 14, nodeWidth: 12, nodeGap: 10, nodeAlign: 'left', draggable: false, layoutIterations: 24,
      emphasis: { focus: 'adjacency' },
      label: { color: tokens.text, fontFamily: FONT, fontSize: narrow ? 10 : 12, formatter: ({ name }: { name: string }) => short(named.get(name) ?? '', narrow ? 10 : 20) },
      lineStyle: { color: tokens.bar, opacity: 0.55, curveness: 0.5 },
      data: nodes.map((node) => ({ ...node, depth: node.depth - first, itemStyle: { color: node.ends ? tokens.rest : tokens.fill, borderWidth: 0 } })),
      links,
    }],
  };
}
