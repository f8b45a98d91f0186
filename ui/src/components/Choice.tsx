import { SegmentedControl } from '@mantine/core';
import cards from './Cards.module.css';

interface Props<T extends string> {
  label: string;
  words: readonly T[];
  chosen: T;
  choose: (next: T) => void;
  name: (word: T) => string;
}

/** One of a few words, above the card that it changes. */
export function Choice<T extends string>({ label, words, chosen, choose, name }: Props<T>) {
  return (
    <SegmentedControl size="sm" aria-label={label} value={chosen} onChange={(next) => choose(next as T)} className={cards.choices}
      data={words.map((word) => ({ value: word, label: name(word) }))} />
  );
}
