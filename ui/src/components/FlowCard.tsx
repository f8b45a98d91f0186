import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../i18n';
import { duration } from '../lib/duration';
import { flowOf, flowOption, type Move } from '../lib/flow';
import type { Asked } from './CardState';
import { ChartCard } from './ChartCard';
import { useFormat, useTokens } from './Shop';

interface Props {
  title: string;
  finding: string | null;
  asked: Asked;
  moves: readonly Move[];
  /** Name of a step in the reader's language. */
  step: (name: string) => string;
  /** What moves: sessions, visitors. */
  unit: string;
  height?: number;
  note?: ReactNode;
}

/** How many go from which step to which: a Sankey, and its moves as a table. */
export function FlowCard({ title, finding, asked, moves, step, unit, height = 420, note }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const time = useCallback((seconds: number) => duration(seconds, localeOf(i18n.language)), [i18n.language]);
  const option = useCallback(
    (narrow: boolean) => flowOption({ tokens, narrow, moves, step, end: t('flow.end'), count: (value) => format.count(value), time, words: { count: unit, time: t('flow.time') } }),
    [tokens, moves, step, t, format, time, unit],
  );
  const { left, nodes } = flowOf(moves);
  const name = (move: Move) => (move.to === null ? t('flow.end') : step(move.to));
  return (
    <ChartCard
      title={title}
      finding={finding}
      unit={unit.toLocaleLowerCase()}
      asked={asked}
      empty={moves.length === 0}
      height={height}
      option={option}
      legend={[{ label: t('flow.step'), color: tokens.fill }, { label: t('flow.end'), color: tokens.rest }]}
      points={nodes.map((node) => `${node.depth}. ${node.ends ? t('flow.end') : step(node.label)}: ${format.count(node.value)}`)}
      note={note ?? (left > 0 ? t('flow.thin', { count: left }) : undefined)}
      table={{
        columns: [
          { key: 'position', label: t('flow.place'), numeric: true },
          { key: 'from', label: t('flow.from') },
          { key: 'to', label: t('flow.to') },
          { key: 'count', label: unit, numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'seconds', label: t('flow.time'), numeric: true, show: (value) => (value === null || value === undefined ? '–' : time(Number(value))) },
        ],
        rows: moves.map((move) => [move.position, step(move.from), name(move), move.count, move.seconds ?? null]),
      }}
    />
  );
}
