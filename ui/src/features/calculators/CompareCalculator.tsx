import { Select } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnalysis, type AnalysisResult } from '../../api/experiments';
import { ChartCard } from '../../components/ChartCard';
import { Refused } from '../../components/Refused';
import { useFormat, useTokens } from '../../components/Shop';
import { usePValue } from '../../components/usePValue';
import { isAbsent } from '../../lib/absent';
import type { CalculatorProps } from './CalculatorsPage';
import { comparison, digitsOf, liftOf, methods } from './inputs';
import { curvesOption, intervalOption } from './options';
import { AlternativeField, Field, Verdict } from './parts';
import styles from './Calculators.module.css';

type Compared = AnalysisResult['comparisons'][number];

/** Two rates from typed counts. */
export function CompareCalculator(props: CalculatorProps) {
  const { inputs, change } = props;
  const { t } = useTranslation();
  const request = useMemo(() => comparison(inputs), [inputs]);
  const answer = useAnalysis(request);
  const lift = useAnalysis(useMemo(() => liftOf(request), [request]));
  const two = inputs.method.startsWith('chi_square') || inputs.method === 'beta_binomial';
  return (
    <div className={styles.page}>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <fieldset><legend>{t('experiments.control')}</legend>
          <div className={styles.pair}><Field {...props} name="ct" whole label={t('experiments.visitors')} /><Field {...props} name="ch" whole label={t('experiments.conversions')} /></div>
        </fieldset>
        <fieldset><legend>{t('experiments.variant')}</legend>
          <div className={styles.pair}><Field {...props} name="vt" whole label={t('experiments.visitors')} /><Field {...props} name="vh" whole label={t('experiments.conversions')} /></div>
        </fieldset>
        <Select label={t('experiments.calculators.method')} value={inputs.method} allowDeselect={false} onChange={(method) => method && change({ method })} comboboxProps={{ withinPortal: false }}
          data={methods.map((value) => ({ value, label: t(`experiments.calculators.methods.${value}`) }))} />
        {!two && <AlternativeField {...props} />}
        <Field {...props} name="confidence" label={t('experiments.confidence')} suffix=" %" min={51} max={99.99} />
      </form>
      <div className={styles.results}>
        {Boolean(answer.error) && <Refused error={answer.error} />}
        {answer.data && <Answer answer={answer.data} lift={lift.data?.comparisons[0]} method={inputs.method} />}
        {answer.data && <Charts asked={answer} answer={answer.data} />}
        {request === null && <p>{t('experiments.calculators.incomplete')}</p>}
      </div>
    </div>
  );
}

function Answer({ answer, lift, method }: { answer: AnalysisResult; lift: Compared | undefined; method: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pValue = usePValue();
  const [control, variant] = answer.arms;
  const found = answer.comparisons[0]!;
  const range = (low: number | null | undefined, high: number | null | undefined, write: (value: number) => string) => `${isAbsent(low) ? '−∞' : write(low)} … ${isAbsent(high) ? '∞' : write(high)}`;
  const points = (value: number) => format.points(value);
  const sure = found.significant ?? (found.chance_to_win !== null && Math.abs(found.chance_to_win - 0.5) > answer.confidence - 0.5);
  const up = (found.estimate ?? 0) > 0;
  const tone = sure ? (['bad', 'good'] as const)[up ? 1 : 0]! : 'open';
  return (
    <Verdict tone={tone}
      title={t(`experiments.calculators.verdict.${tone}`)}
      text={t('experiments.calculators.compared', { control: format.ratio(control?.mean ?? 0, 2), variant: format.ratio(variant?.mean ?? 0, 2), points: points(found.estimate ?? 0) })}
      facts={[
        [t('experiments.difference'), points(found.estimate ?? 0)],
        [t('experiments.intervalOf', { confidence: format.ratio(answer.confidence, digitsOf(answer.confidence)) }), range(found.low, found.high, points)],
        ...(lift ? [[t('experiments.lift'), `${format.change(lift.estimate ?? 0)} (${range(lift.low, lift.high, format.change)})`] as [string, string]] : []),
        ...(found.p_value !== null ? [[t('experiments.pValue'), pValue(found.p_value)] as [string, string]] : []),
        ...(found.chance_to_win !== null ? [
          [t('experiments.chanceToWin'), format.ratio(found.chance_to_win, 1)] as [string, string],
          [t('experiments.expectedLoss'), points(found.expected_loss ?? 0)] as [string, string],
        ] : []),
        ...(found.cohens_h !== null ? [['Cohen’s h', format.exact(found.cohens_h, 3, 3)] as [string, string]] : []),
      ]}
      how={t(`experiments.calculators.formula.${method as 'fisher'}`)}
    />
  );
}

function Charts({ asked, answer }: { asked: Parameters<typeof ChartCard>[0]['asked']; answer: AnalysisResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const found = answer.comparisons[0]!;
  const curves = useMemo(
    () => answer.arms.map((arm, index) => ({
      name: t(index === 0 ? 'experiments.control' : 'experiments.variant'), mean: arm.mean ?? 0, error: Math.max(arm.standard_error ?? 0, 1e-6), color: index === 0 ? tokens.previous : tokens.fill,
    })),
    [answer, tokens, t],
  );
  const ratio = useCallback((value: number) => format.ratio(value, 2), [format]);
  const points = useCallback((value: number) => format.points(value), [format]);
  const curvesOf = useCallback(() => curvesOption({ tokens, curves, write: ratio }), [tokens, curves, ratio]);
  const open = found.low === null && found.high === null;
  const far = Math.abs(found.estimate ?? 0) * 3 + 0.01;
  const effect = useMemo(() => ({ estimate: found.estimate ?? 0, low: found.low ?? -far, high: found.high ?? far }), [found, far]);
  const tone = effect.low > 0 ? tokens.good : tokens.bad;
  const color = effect.low <= 0 && effect.high >= 0 ? tokens.control : tone;
  const intervalOf = useCallback(() => intervalOption({ tokens, effect, color, name: t('experiments.difference'), write: points }), [tokens, effect, color, points, t]);
  // A rate of nobody or of everybody is no peak of certainty.
  const varies = answer.arms.every((arm) => (arm.standard_error ?? 0) > 0);
  const rows = answer.arms.map((arm, index) => [curves[index]!.name, arm.count, arm.mean, arm.standard_error]);
  return (
    <div className={styles.charts}>
      <ChartCard title={t('experiments.calculators.interval')} finding={t('experiments.calculators.intervalFinding', { low: points(effect.low), high: points(effect.high) })} unit={t('experiments.pointsUnit')}
        asked={asked} empty={open} height={180} option={intervalOf} points={[`${points(effect.estimate)}: ${points(effect.low)} … ${points(effect.high)}`]}
        table={{
          columns: [{ key: 'estimate', label: t('experiments.difference'), numeric: true, show: (value) => points(Number(value)) }, { key: 'low', label: t('experiments.low'), numeric: true, show: (value) => points(Number(value)) }, { key: 'high', label: t('experiments.high'), numeric: true, show: (value) => points(Number(value)) }],
          rows: [[effect.estimate, effect.low, effect.high]],
        }} />
      {varies && <ChartCard title={t('experiments.calculators.curves')} finding={t('experiments.calculators.curvesFinding', { control: ratio(curves[0]!.mean), variant: ratio(curves[1]?.mean ?? 0) })} aside={t('experiments.rate')}
        legend={curves.map(({ name, color: shown }) => ({ label: name, color: shown }))} asked={asked} empty={false} height={180} option={curvesOf}
        points={curves.map(({ name, mean, error }) => `${name}: ${ratio(mean)} ± ${ratio(1.96 * error)}`)}
        table={{
          columns: [
            { key: 'arm', label: t('experiments.arm') }, { key: 'count', label: t('experiments.visitors'), numeric: true, show: (value) => format.count(Number(value)) },
            { key: 'rate', label: t('experiments.rate'), numeric: true, show: (value) => ratio(Number(value)) }, { key: 'error', label: t('experiments.standardError'), numeric: true, show: (value) => ratio(Number(value)) },
          ],
          rows,
        }} />}
    </div>
  );
}
