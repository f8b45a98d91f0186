import { asProblem } from '../api/problem';
import { useRefusal } from './useRefusal';
import styles from './Refused.module.css';

/** Why what was typed cannot be answered. */
export function Refused({ error }: { error: unknown }) {
  const refusal = useRefusal();
  return <p role="alert" className={styles.refused}>{refusal(asProblem(error))}</p>;
}
