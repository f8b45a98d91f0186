import styles from './Sparkline.module.css';

const WIDTH = 160;
const HEIGHT = 36;
const PAD = 4;

/** A small line without axes; the figures stand beside it, so it is hidden from screen readers. */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return <div className={styles.none} aria-hidden />;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const x = (index: number) => (index / (values.length - 1)) * (WIDTH - PAD) + PAD / 2;
  const y = (value: number) => HEIGHT - PAD - ((value - low) / span) * (HEIGHT - 2 * PAD);
  const points = values.flatMap((value, index) => (value === null ? [] : [[x(index), y(value)] as const]));
  const line = points.map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`).join('');
  const [lastX, lastY] = points.at(-1)!;
  return (
    <svg className={styles.line} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <path className={styles.area} d={`${line}L${lastX} ${HEIGHT}L${points[0]![0]} ${HEIGHT}Z`} />
      <path className={styles.stroke} d={line} />
      <path className={styles.end} d={`M${lastX} ${lastY}h0`} />
    </svg>
  );
}
