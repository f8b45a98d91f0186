import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './Shop';
import styles from './Change.module.css';

export type Direction = 'up' | 'down' | 'none';

interface Props {
  /** Relative change; null where there is nothing to compare with. */
  value: number | null;
  /** Which way is good for this metric. */
  direction?: Direction;
}

/** A change with its sign, an arrow and a word, so that colour is never alone. */
export function Change({ value, direction = 'up' }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === null) return <span className={styles.none}>{t('change.none')}</span>;
  const tone = toneOf(value, direction);
  const Arrow = arrowOf(value);
  return (
    <span className={styles.change} data-tone={tone}>
      <Arrow size={13} aria-hidden />
      {format.change(value)}
      {tone !== 'flat' && <span className={styles.word}>{t(tone === 'good' ? 'change.better' : 'change.worse')}</span>}
    </span>
  );
}

function arrowOf(value: number) {
  if (value === 0) return IconEqual;
  return value > 0 ? IconArrowUpRight : IconArrowDownRight;
}

const FLAT_BELOW = 0.0005;

export function toneOf(value: number, direction: Direction): 'good' | 'bad' | 'flat' {
  if (Math.abs(value) < FLAT_BELOW || direction === 'none') return 'flat';
  return value > 0 === (direction === 'up') ? 'good' : 'bad';
}
