import '@mantine/core/styles/Switch.css';
import { SegmentedControl, Switch } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlan, type PlanResult } from '../../api/experiments';
import { ChartCard } from '../../components/ChartCard';
import { Refused } from '../../components/Refused';
import { useFormat, useTokens } from '../../components/Shop';
import { isAbsent } from '../../lib/absent';
import type { CalculatorProps } from './CalculatorsPage';
import { plan } from './inputs';
import { byUnitsOption } from './options';
import { AlternativeField, Field, Verdict } from './parts';
import styles from './Calculators.module.css';

/** How many visitors and days a test needs, or what it can find with those it has. */
export function PlanCalculator(props: CalculatorProps) {
  const { inputs, change } = props;
  const { t } = useTranslation();
  const request = useMemo(() => plan(inputs), [inputs]);
  const answer = usePlan(request);
  const power = inputs.calc === 'power';
  const bounded = inputs.noworse === 'yes';
  return (
    <div className={styles.page}>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <SegmentedControl aria-label={t('experiments.calculators.what')} value={inputs.kind} onChange={(kind) => change({ kind })}
          data={[{ value: 'proportion', label: t('experiments.calculators.aRate') }, { value: 'mean', label: t('experiments.calculators.aMean') }]} />
        {inputs.kind === 'mean'
          ? <div className={styles.pair}><Field {...props} name="mean" label={t('experiments.calculators.mean')} /><Field {...props} name="sd" label={t('experiments.calculators.deviation')} /></div>
          : <Field {...props} name="base" label={t('experiments.calculators.baseline')} suffix=" %" max={99.99} />}
        <Field {...props} name="effect" label={t(bounded ? 'experiments.calculators.margin' : 'experiments.calculators.effect')} suffix=" %" min={bounded ? 0 : -100} />
        {power && <Field {...props} name="units" whole label={t('experiments.calculators.units')} />}
        <div className={styles.pair}><Field {...props} name="power" label={t('experiments.power')} suffix=" %" max={99.9} /><Field {...props} name="level" label={t('experiments.calculators.level')} suffix=" %" max={50} /></div>
        <div className={styles.pair}><Field {...props} name="share" label={t('experiments.calculators.share')} suffix=" %" max={99} /><Field {...props} name="daily" whole label={t('experiments.calculators.daily')} /></div>
        {!bounded && <AlternativeField {...props} />}
        <Field {...props} name="guards" whole label={t('experiments.calculators.guards')} max={50} />
        <Switch label={t('experiments.calculators.notWorse')} checked={bounded} onChange={(event) => change({ noworse: event.currentTarget.checked ? 'yes' : 'no' })} />
        <Switch label={t('experiments.calculators.sequential')} checked={inputs.seq === 'yes'} onChange={(event) => change({ seq: event.currentTarget.checked ? 'yes' : 'no' })} />
      </form>
      <div className={styles.results}>
        {Boolean(answer.error) && <Refused error={answer.error} />}
        {answer.data && <Answer result={answer.data} power={power} bounded={bounded} units={inputs.units ?? 0} />}
        {answer.data && <Charts asked={answer} result={answer.data} />}
        {request === null && <p>{t('experiments.calculators.incomplete')}</p>}
      </div>
    </div>
  );
}

function Answer({ result, power, bounded, units }: { result: PlanResult; power: boolean; bounded: boolean; units: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = power ? result.days : result.required_days;
  const enough = (result.achieved_power ?? 1) >= result.test_power;
  const wanted = bounded ? format.ratio(result.relative_effect ?? 0, 1) : format.change(result.relative_effect ?? 0);
  const title = power
    ? t(`experiments.calculators.${bounded ? 'notWorsePower' : 'powerVerdict'}.${enough ? 'enough' : 'short'}`, { power: format.ratio(result.achieved_power ?? 0, 1), effect: wanted })
    : t(bounded ? 'experiments.calculators.notWorseSize' : 'experiments.calculators.sizeVerdict', { units: format.count(result.required_units ?? 0), effect: wanted });
  const text = power
    ? t('experiments.calculators.powerText', { units: format.count(units), smallest: isAbsent(result.smallest_relative_effect) ? '–' : format.change(result.smallest_relative_effect), power: format.ratio(result.test_power, 0) })
    : t('experiments.calculators.sizeText', { power: format.ratio(result.power, 0), level: format.ratio(result.level, 1) });
  return (
    <Verdict tone={enough ? 'good' : 'bad'} title={title} text={text}
      facts={[
        [t('experiments.calculators.needed'), format.count(result.required_units ?? 0)],
        [t('experiments.calculators.perArm'), (result.required_per_arm ?? []).map((value) => format.count(value)).join(' / ')],
        ...(result.test_power === result.power ? [] : [[t('experiments.calculators.eachPower'), format.ratio(result.test_power, 1)] as [string, string]]),
        ...(isAbsent(result.power_at_any_look) ? [] : [[t('experiments.calculators.anyLook'), format.ratio(result.power_at_any_look, 0)] as [string, string]]),
        ...(isAbsent(days) ? [] : [[t('experiments.calculators.duration'), t('period.days', { count: days })] as [string, string]]),
        ...(isAbsent(result.smallest_relative_effect) ? [] : [[t('experiments.calculators.smallest'), format.change(result.smallest_relative_effect)] as [string, string]]),
      ]}
      how={t('experiments.calculators.formula.plan')} />
  );
}

function Charts({ asked, result }: { asked: Parameters<typeof ChartCard>[0]['asked']; result: PlanResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const power = useMemo(() => result.curve.map((point) => ({ units: point.units, value: point.power })), [result]);
  const smallest = useMemo(() => result.curve.map((point) => ({ units: point.units, value: point.smallest_relative_effect })), [result]);
  const share = useCallback((value: number) => format.ratio(value, 0), [format]);
  const units = useCallback((value: number) => format.compact(value), [format]);
  const powerOf = useCallback(
    () => byUnitsOption({ tokens, required: result.required_units, units, points: power, wanted: result.test_power, most: 1, words: { name: t('experiments.power'), wanted: share(result.test_power) }, write: share }),
    [tokens, power, result, share, units, t],
  );
  const smallestOf = useCallback(
    () => byUnitsOption({ tokens, required: result.required_units, units, points: smallest, ...(result.relative_effect === null ? {} : { wanted: Math.abs(result.relative_effect) }), words: { name: t('experiments.calculators.smallest'), wanted: format.change(result.relative_effect ?? 0) }, write: (value) => format.axis(value, 'ratio') }),
    [tokens, smallest, result, format, units, t],
  );
  const columns = (label: string) => [
    { key: 'units', label: t('experiments.visitors'), numeric: true, show: (value: unknown) => format.count(Number(value)) },
    { key: 'value', label, numeric: true, show: (value: unknown) => (typeof value === 'number' ? format.ratio(value, 1) : '–') },
  ];
  return (
    <div className={styles.charts}>
      <ChartCard title={t('experiments.calculators.powerCurve')} finding={t('experiments.calculators.powerFinding', { units: format.count(result.required_units ?? 0), power: share(result.test_power) })} aside={t('experiments.visitors')}
        asked={asked} empty={false} height={240} option={powerOf} points={power.map((point) => `${format.count(point.units)}: ${isAbsent(point.value) ? '–' : format.ratio(point.value, 1)}`)}
        table={{ columns: columns(t('experiments.power')), rows: power.map((point) => [point.units, point.value]) }} />
      <ChartCard title={t('experiments.calculators.smallestCurve')} finding={t('experiments.calculators.smallestFinding')} aside={t('experiments.visitors')}
        asked={asked} empty={false} height={240} option={smallestOf} points={smallest.map((point) => `${format.count(point.units)}: ${isAbsent(point.value) ? '–' : format.ratio(point.value, 1)}`)}
        table={{ columns: columns(t('experiments.calculators.smallest')), rows: smallest.map((point) => [point.units, point.value]) }} />
    </div>
  );
}
