import { useSecurityWords } from './words';
import styles from './Security.module.css';

/** A severity with its colour and its word. */
export function Tone({ severity }: { severity: string | undefined }) {
  const words = useSecurityWords();
  return <span className={styles.tone} data-severity={severity}>{words.severity(severity)}</span>;
}
