import { IconDice5 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '../../api/experiments';
import { DecimalInput } from '../../components/DecimalInput';
import type { PlannerInputs } from './inputs';
import styles from './Planner.module.css';

export interface FormProps {
  inputs: PlannerInputs;
  change: (part: Partial<PlannerInputs>) => void;
}

/** Stands over everything here: none of it was measured. */
export function Simulated({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation();
  return <p className={styles.simulated}><IconDice5 size={18} aria-hidden />{t('experiments.planner.simulated', { from, to })}</p>;
}

export function NumberField({ inputs, change, name, label, suffix, min = 0, max }: FormProps & { name: 'seed' | 'runs' | 'doubt' | 'overlap' | 'budget'; label: string; suffix?: string; min?: number; max?: number }) {
  return (
    <DecimalInput label={label} value={inputs[name]} min={min} {...(max === undefined ? {} : { max })} {...(suffix ? { suffix } : {})} allowDecimal={false} onChange={(value) => change({ [name]: value })} />
  );
}

/** A scenario's name in the reader's language. */
export function useScenarioName() {
  const { i18n } = useTranslation();
  return (scenario: Scenario) => {
    if (i18n.language === 'fr') return scenario.name_fr;
    return i18n.language === 'es' ? scenario.name_es : scenario.name_en;
  };
}
