import { useTranslation } from 'react-i18next';
import type { ExperimentResult } from '../../api/experiments';
import { Formula } from '../../components/Formula';
import { useFormat } from '../../components/Shop';
import { usePValue } from '../../components/usePValue';
import { useOutcomeName } from './useOutcomeName';
import { toneOf } from './verdicts';
import styles from './Experiments.module.css';

/** What came of it in words first: the verdict, what it is worth, the rule that it follows, and what stands against trusting it. */
export function VerdictCard({ result }: { result: ExperimentResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pValue = usePValue();
  const name = useOutcomeName();
  const { worth, rule, crossing, unknown, power } = result;
  const primary = result.outcomes[0];
  const confidence = format.ratio(rule.confidence, 0);
  const chance = (power: number) => (power < 0.01 ? `< ${format.ratio(0.01, 0)}` : format.ratio(power, 0));
  const signed = (value: number) => `${value > 0 ? '+' : ''}${format.money(value)}`;
  return (
    <section className={styles.verdict} data-tone={toneOf(result.verdict)} aria-live="polite">
      <h2>{t(`experiments.result.verdicts.${result.verdict as 'open'}`, { variant: result.best ?? '' })}</h2>
      {worth && (
        <p className={styles.worth}>
          {t('experiments.result.worth', { variant: worth.variant, estimate: signed(worth.per_thousand.estimate), low: signed(worth.per_thousand.low), high: signed(worth.per_thousand.high) })}{' '}
          {t('experiments.result.month', { estimate: signed(worth.per_month.estimate), low: signed(worth.per_month.low), high: signed(worth.per_month.high) })}
        </p>
      )}
      {result.harmed.length > 0 && <p>{t('experiments.result.harmed', { names: result.harmed.map((one) => name(one)).join(', ') })}</p>}
      {result.peeking && <p role="note"><strong>{t('experiments.result.peeking')}</strong> {t('experiments.result.peekingWhy')}</p>}
      <p>
        {t('experiments.list.since', { day: format.instant(result.since), days: t('period.days', { count: result.days }) })}{' '}
        {t(`experiments.result.rules.${rule.look as 'fixed'}`, { metric: name(primary?.outcome ?? '', primary?.unit), confidence, looks: rule.looks })}
      </p>
      {crossing.visitors > 0 && <p>{t('experiments.list.crossovers', { count: crossing.visitors })} {without(result, (variant, lift) => t('experiments.result.without', { variant, lift: format.change(lift) }))}</p>}
      {unknown > 0 && <p>{t('experiments.result.unknown', { count: unknown })}</p>}
      <dl className={styles.facts}>
        <div><dt>{t('experiments.visitors')}</dt><dd>{format.count(result.visitors)}{result.planned_units !== null && ` / ${format.count(result.planned_units)}`}</dd></div>
        {power && <div><dt>{t('experiments.result.powerNow', { effect: format.change(power.effect) })}</dt><dd>{chance(power.now)}</dd></div>}
        {power && power.planned !== null && <div><dt>{t('experiments.result.powerPlanned')}</dt><dd>{chance(power.planned)}</dd></div>}
        {power && power.smallest !== null && <div><dt>{t('experiments.result.smallest')}</dt><dd>± {format.ratio(power.smallest, 1)}</dd></div>}
        {power && power.needed !== null && power.now < 0.8 && <div><dt>{t('experiments.result.needed')}</dt><dd>{format.count(power.needed)}</dd></div>}
        <div><dt>{t('experiments.result.split')}</dt><dd>{t(`experiments.result.${result.split.alarm ? 'splitOff' : 'splitFine'}`, { p: pValue(result.split.always_p_value) })}</dd></div>
      </dl>
      <Formula title={t('experiments.result.how')} lines={[
        t('experiments.result.hows.verdict'), t('experiments.result.hows.always', { confidence }), t('experiments.result.hows.corrected'), t('experiments.result.hows.before', { count: rule.days_before }),
        t('experiments.result.hows.cap', { cap: format.ratio(rule.cap, 0) }), t('experiments.result.hows.refunds'),
      ]} />
    </section>
  );
}

function without(result: ExperimentResult, say: (variant: string, lift: number) => string): string {
  return result.crossing.without.flatMap(({ variant, comparison, scale }) => {
    const estimate = comparison?.estimate;
    return scale !== 'relative' || estimate === null || estimate === undefined ? [] : [say(variant, estimate)];
  }).join(' ');
}
