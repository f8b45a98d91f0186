import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/PageHead';
import { useInputs } from '../../components/useInputs';
import { BatchCalculator } from './BatchCalculator';
import { CompareCalculator } from './CompareCalculator';
import { calculatorOf, calculators, defaults } from './inputs';
import { OneSampleCalculator } from './OneSampleCalculator';
import { PlanCalculator } from './PlanCalculator';
import styles from './Calculators.module.css';

/** What every calculator gets: what was typed, and a way to change it. */
export interface CalculatorProps {
  inputs: typeof defaults;
  change: (part: Partial<typeof defaults>) => void;
}

/** Whether a difference is more than chance, and how many visitors a test needs. */
export function CalculatorsPage() {
  const { t } = useTranslation();
  const [inputs, change] = useInputs(defaults);
  const calculator = calculatorOf(inputs);
  const props = { inputs, change };
  return (
    <>
      <PageHead title={t('experiments.calculators.title')} subtitle={t(`experiments.calculators.about.${calculator}`)} />
      <div className={styles.choice}>
        <SegmentedControl aria-label={t('experiments.calculators.choose')} value={calculator} onChange={(calc) => change({ calc }, true)}
          data={calculators.map((value) => ({ value, label: t(`experiments.calculators.names.${value}`) }))} />
      </div>
      {calculator === 'compare' && <CompareCalculator {...props} />}
      {calculator === 'one' && <OneSampleCalculator {...props} />}
      {(calculator === 'size' || calculator === 'power') && <PlanCalculator key={calculator} {...props} />}
      {calculator === 'batch' && <BatchCalculator {...props} />}
    </>
  );
}
