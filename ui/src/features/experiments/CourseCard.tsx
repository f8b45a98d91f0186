import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExperimentResult } from '../../api/experiments';
import { ChartCard } from '../../components/ChartCard';
import { Choice } from '../../components/Choice';
import { useFormat, useTokens } from '../../components/Shop';
import type { Cell } from '../../lib/csv';
import { courseOption } from './options';
import { useOutcomeName } from './useOutcomeName';
import { possible } from './verdicts';

type Asked = Parameters<typeof ChartCard>[0]['asked'];

/** The primary metric day by day, each day with all visitors so far. */
export function CourseCard({ asked, result }: { asked: Asked; result: ExperimentResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const name = useOutcomeName();
  const variants = result.arms.slice(1).map(({ variant }) => variant);
  const [variant, setVariant] = useState(result.best ?? variants[0] ?? '');
  const fixed = result.rule.look === 'fixed';
  const primary = result.outcomes[0];
  const unit = primary?.unit ?? 'count';
  const points = result.course.filter((day) => day.variant === variant).map((day) => ({ day: day.day, visitors: day.visitors, lift: day.lift, low: possible(fixed ? day.low : day.always_low, unit), high: possible(fixed ? day.high : day.always_high, unit) }));
  const last = points.at(-1);
  const change = useCallback((value: number) => format.change(value), [format]);
  const tick = useCallback((value: number) => `${value > 0 ? '+' : ''}${format.axis(value, 'ratio')}`, [format]);
  const shown = (value: Cell) => (typeof value === 'number' ? format.change(value) : '–');
  const option = () => courseOption({
    tokens, points, words: { lift: t('experiments.lift'), interval: t('experiments.result.interval') }, write: change, tick, short: (day) => format.day(day), long: (day) => format.day(day, 'weekday'),
  });
  const saying = (value: number | null | undefined) => (value === null || value === undefined ? '–' : format.change(value));
  return (
    <ChartCard title={t('experiments.result.course')} asked={asked} empty={points.length === 0} height={280}
      finding={last && t(last.low === null ? 'experiments.result.courseEarly' : 'experiments.result.courseFinding', { metric: name(primary?.outcome ?? '', primary?.unit), lift: saying(last.lift), low: saying(last.low), high: saying(last.high) })}
      controls={variants.length > 1 ? <Choice label={t('experiments.variant')} words={variants} chosen={variant} choose={setVariant} name={(word) => word} /> : undefined}
      legend={[{ label: t('experiments.lift'), color: tokens.fill }, { label: t(fixed ? 'experiments.result.fixedInterval' : 'experiments.result.alwaysInterval', { confidence: format.ratio(result.rule.confidence, 0) }), color: tokens.bar }]}
      option={option} points={points.map((point) => `${format.day(point.day, 'weekday')}: ${saying(point.lift)}, ${saying(point.low)} … ${saying(point.high)}`)}
      note={t(fixed ? 'experiments.result.courseFixed' : 'experiments.result.courseAlways')}
      table={{
        columns: [
          { key: 'day', label: t('experiments.simulations.day'), show: (value) => format.day(String(value), 'weekday') }, { key: 'visitors', label: t('experiments.visitors'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'lift', label: t('experiments.lift'), numeric: true, show: shown }, { key: 'low', label: t('experiments.low'), numeric: true, show: shown }, { key: 'high', label: t('experiments.high'), numeric: true, show: shown },
        ],
        rows: points.map(({ day, visitors, lift, low, high }) => [day, visitors, lift, low, high]),
      }} />
  );
}
