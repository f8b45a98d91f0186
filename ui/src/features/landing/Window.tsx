import styles from './Landing.module.css';

const BARS = [34, 42, 38, 51, 47, 58, 66, 61, 72, 69, 80, 88];

/** A drawn shop window. It shows no figures, because the ones of a real shop are behind the sign-in. */
export function Window() {
  return (
    <svg className={styles.window} viewBox="0 0 420 300" aria-hidden>
      <path d="M40 110V268a14 14 0 0 0 14 14H366a14 14 0 0 0 14-14V110" fill="var(--surface)" stroke="var(--border)" strokeWidth="2" />
      {[0, 1, 2, 3, 4].map((strip) => (
        <path key={strip} d={`M${30 + strip * 72} 34h72v62a36 32 0 0 1-72 0z`} fill={strip % 2 === 0 ? 'var(--fill)' : 'var(--accent-soft)'} stroke="var(--border)" />
      ))}
      <path d="M30 34h360" stroke="var(--fill)" strokeWidth="8" strokeLinecap="round" />
      {BARS.map((height, index) => (
        <rect key={index} x={74 + index * 23} y={256 - height} width="14" height={height} rx="3" fill={index === BARS.length - 1 ? 'var(--fill)' : 'var(--bar)'} />
      ))}
      <path d={`M${BARS.map((height, index) => `${81 + index * 23} ${238 - height}`).join('L')}`} fill="none" stroke="var(--accent)" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
      <path d="M64 256.5h292" stroke="var(--axis)" strokeWidth="2" />
    </svg>
  );
}
