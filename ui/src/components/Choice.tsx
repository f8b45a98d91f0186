import { Select, SegmentedControl } from '@mantine/core';
import cards from './Cards.module.css';

interface Props<T extends string> {
  label: string;
  words: readonly T[];
  chosen: T;
  choose: (next: T) => void;
  name: (word: T) => string;
}

/** As many as fit in a row on a wide page. */
const MOST_IN_A_ROW = 6;

/** One of some words, above the card that it changes: a row of them, or a list where they are many. */
export function Choice<T extends string>({ label, words, chosen, choose, name }: Props<T>) {
  const data = words.map((word) => ({ value: word, label: name(word) }));
  if (words.length > MOST_IN_A_ROW) {
    return <Select aria-label={label} value={chosen} allowDeselect={false} searchable maw={320} data={data} onChange={(next) => next && choose(next as T)} />;
  }
  return (
    <SegmentedControl size="sm" aria-label={label} value={chosen} onChange={(next) => choose(next as T)} className={cards.choices} data={data} />
  );
}
