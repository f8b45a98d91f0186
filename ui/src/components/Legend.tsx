import styles from './Legend.module.css';

export interface LegendEntry {
  label: string;
  color: string;
  shape?: 'block' | 'line' | 'dash' | 'hatch' | 'dot';
}

/** What each colour and shape means, and beside it the unit of the axis. */
export function Legend({ entries, aside }: { entries: readonly LegendEntry[]; aside?: string }) {
  return (
    <div className={styles.legend}>
      {entries.map(({ label, color, shape = 'block' }) => (
        <span key={label}><Mark color={color} shape={shape} />{label}</span>
      ))}
      {aside && <span className={styles.aside}>{aside}</span>}
    </div>
  );
}

function Mark({ color, shape }: { color: string; shape: NonNullable<LegendEntry['shape']> }) {
  return (
    <svg width="16" height="10" viewBox="0 0 16 10" aria-hidden>
      {shape === 'block' && <rect x="3" width="10" height="10" rx="2.5" fill={color} />}
      {shape === 'dot' && <circle cx="8" cy="5" r="4" fill={color} />}
      {shape === 'line' && <path d="M1 5h14" stroke={color} strokeWidth="2.5" strokeLinecap="round" />}
      {shape === 'dash' && <path d="M0 5h16" stroke={color} strokeWidth="1.8" strokeDasharray="4.5 3" />}
      {shape === 'hatch' && (
        <>
          <rect x="3.5" y="0.5" width="9" height="9" rx="2.5" fill="var(--accent-soft)" stroke={color} />
          <path d="M4.5 8.5l7-7M8 9l4.5-4.5M3.8 5.2l4.4-4.4" stroke={color} />
        </>
      )}
    </svg>
  );
}
