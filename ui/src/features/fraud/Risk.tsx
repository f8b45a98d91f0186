import { useTranslation } from 'react-i18next';
import type { FraudCase } from '../../api/fraud';
import { useFormat } from '../../components/Shop';
import styles from './Fraud.module.css';

const risks = ['minimal', 'low', 'medium', 'high'] as const;
const states = ['none', 'open', 'assigned', 'decided'] as const;
const decisions = ['fraud', 'legit', 'unsure'] as const;

/** The name of a level in the reader's language. */
export function useRisk() {
  const { t } = useTranslation();
  return (risk: string) => {
    const known = risks.find((one) => one === risk);
    return known ? t(`fraud.risk.${known}`) : risk;
  };
}

/** A score with the word of its level; colour is never alone. */
export function Risk({ score, risk }: { score: number; risk: string }) {
  const format = useFormat();
  const name = useRisk();
  return <span className={styles.risk} data-risk={risk}><b>{format.exact(score, 0)}</b> {name(risk)}</span>;
}

/** What became of a case. */
export function Decided({ of }: { of: FraudCase }) {
  const { t } = useTranslation();
  const decision = decisions.find((one) => one === of.decision);
  if (decision) return <span className={styles.decided} data-decision={decision}>{t(`fraud.decision.${decision}`)}</span>;
  const state = states.find((one) => one === of.state);
  return <>{state ? t(`fraud.state.${state}`) : of.state}{of.assignee ? ` · ${of.assignee}` : ''}</>;
}
