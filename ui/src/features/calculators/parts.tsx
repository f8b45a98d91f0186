import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DecimalInput } from '../../components/DecimalInput';
import { alternatives, type CalculatorInputs } from './inputs';
import type { CalculatorProps } from './CalculatorsPage';
import styles from './Calculators.module.css';

type NumberField = { [Name in keyof CalculatorInputs]: CalculatorInputs[Name] extends number | null ? Name : never }[keyof CalculatorInputs];

interface FieldProps extends CalculatorProps {
  name: NumberField;
  label: string;
  suffix?: string;
  min?: number;
  max?: number;
}

/** A number of the form. */
export function Field({ inputs, change, name, label, suffix, min = 0, max }: FieldProps) {
  return (
    <DecimalInput label={label} value={inputs[name]} min={min} {...(max === undefined ? {} : { max })} {...(suffix ? { suffix } : {})} clampBehavior="none" onChange={(value) => change({ [name]: value })} />
  );
}

/** Which side the test looks for. */
export function AlternativeField({ inputs, change }: CalculatorProps) {
  const { t } = useTranslation();
  return (
    <Select label={t('experiments.calculators.alternative')} value={inputs.alternative} allowDeselect={false} onChange={(alternative) => alternative && change({ alternative })}
      comboboxProps={{ withinPortal: false }} data={alternatives.map((value) => ({ value, label: t(`experiments.calculators.alternatives.${value}`) }))} />
  );
}

/** The answer in words with its figures, and how they are counted one click away. */
export function Verdict({ tone, title, text, facts, how }: { tone: 'good' | 'bad' | 'open'; title: string; text: string; facts: readonly [string, string][]; how: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className={styles.verdict} data-tone={tone} aria-live="polite">
      <h2>{title}</h2>
      <p>{text}</p>
      <dl className={styles.facts}>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <details className={styles.how}><summary>{t('experiments.calculators.how')}</summary><p>{how}</p></details>
    </section>
  );
}
