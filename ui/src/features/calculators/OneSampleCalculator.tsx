import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnalysis } from '../../api/experiments';
import { ChartCard } from '../../components/ChartCard';
import { Refused } from '../../components/Refused';
import { useFormat, useTokens } from '../../components/Shop';
import { usePValue } from '../../components/usePValue';
import type { CalculatorProps } from './CalculatorsPage';
import { digitsOf, oneSample } from './inputs';
import { curvesOption } from './options';
import { AlternativeField, Field, Verdict } from './parts';
import styles from './Calculators.module.css';

/** One rate beside a known one. */
export function OneSampleCalculator(props: CalculatorProps) {
  const { inputs } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const pValue = usePValue();
  const request = useMemo(() => oneSample(inputs), [inputs]);
  const answer = useAnalysis(request);
  const found = answer.data?.comparisons[0];
  const arm = answer.data?.arms[0];
  const known = (inputs.rate ?? 0) / 100;
  const ratio = useCallback((value: number) => format.ratio(value, 2), [format]);
  const curve = useMemo(() => ({ name: t('experiments.sample'), mean: arm?.mean ?? 0, error: Math.max(arm?.standard_error ?? 0, 1e-6), color: tokens.fill }), [arm, tokens, t]);
  const option = useCallback(() => curvesOption({ tokens, curves: [curve], known: { name: ratio(known), value: known }, write: ratio }), [tokens, curve, known, ratio]);
  const side = (arm?.mean ?? 0) > known ? 'above' : 'below';
  return (
    <div className={styles.page}>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <div className={styles.pair}><Field {...props} name="ot" whole label={t('experiments.visitors')} /><Field {...props} name="oh" whole label={t('experiments.conversions')} /></div>
        <Field {...props} name="rate" label={t('experiments.calculators.knownRate')} suffix=" %" max={99.999} />
        <AlternativeField {...props} />
        <Field {...props} name="confidence" label={t('experiments.confidence')} suffix=" %" min={51} max={99.99} />
      </form>
      <div className={styles.results}>
        {Boolean(answer.error) && <Refused error={answer.error} />}
        {found && arm && (
          <>
            <Verdict tone={found.significant ? 'good' : 'open'} title={t(`experiments.calculators.oneVerdict.${found.significant ? side : 'open'}`)}
              text={t('experiments.calculators.oneCompared', { rate: ratio(arm.mean ?? 0), known: ratio(known) })}
              facts={[
                [t('experiments.rate'), ratio(arm.mean ?? 0)],
                [t('experiments.intervalOf', { confidence: format.ratio(answer.data!.confidence, digitsOf(answer.data!.confidence)) }), `${ratio(found.low ?? 0)} … ${ratio(found.high ?? 1)}`],
                [t('experiments.pValue'), pValue(found.p_value)], ['Cohen’s h', format.exact(found.cohens_h ?? 0, 3, 3)],
              ]}
              how={t('experiments.calculators.formula.one_sample')} />
            <ChartCard title={t('experiments.calculators.oneCurve')} finding={t('experiments.calculators.oneCompared', { rate: ratio(arm.mean ?? 0), known: ratio(known) })} aside={t('experiments.rate')}
              legend={[{ label: t('experiments.sample'), color: tokens.fill }, { label: t('experiments.calculators.knownRate'), color: tokens.second, shape: 'dash' }]}
              asked={answer} empty={false} height={220} option={option} points={[`${ratio(curve.mean)} ± ${ratio(1.96 * curve.error)}`]}
              table={{ columns: [{ key: 'rate', label: t('experiments.rate'), numeric: true, show: (value) => ratio(Number(value)) }, { key: 'known', label: t('experiments.calculators.knownRate'), numeric: true, show: (value) => ratio(Number(value)) }], rows: [[curve.mean, known]] }} />
          </>
        )}
        {request === null && <p>{t('experiments.calculators.incomplete')}</p>}
      </div>
    </div>
  );
}
