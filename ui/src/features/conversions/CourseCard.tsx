import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import cards from '../../components/Cards.module.css';
import { Choice } from '../../components/Choice';
import { useFormat, useShop, useTokens } from '../../components/Shop';
import { TimeCard } from '../../components/TimeCard';
import { useChoice } from '../../components/useChoice';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { rollingRatio, type Value } from '../../lib/series';
import { LONG_MEAN_DAYS, rateNames, rates, SHORT_MEAN_DAYS, withRunUp } from './rates';

const NONE: Value[] = [];

/** A rate by day with its means over 7 and 30 days. */
export function CourseCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const { site } = useShop();
  const { asked, days } = useView();
  const [rate, choose] = useChoice('rate', rateNames);
  const [above, below] = rates[rate];
  const query = useAnswer({ kind: 'Trend', metrics: [above, below], grain: 'day', period: withRunUp(days), filters: asked.filters, comparison: 'none' });
  const table = useTable(query);
  const course = useMemo(() => {
    const buckets = table?.texts('bucket').map((text) => text ?? '') ?? [];
    // Before its first day the shop had no rate, and a mean over those days would be of fewer.
    const open = (index: number, window: number) => site.first_day !== null && (buckets[index - window + 1] ?? '') >= site.first_day;
    const over = table?.numbers(above) ?? NONE;
    const under = table?.numbers(below) ?? NONE;
    const mean = (window: number) => rollingRatio(over, under, window).map((value, index) => (open(index, window) ? value : null));
    const start = Math.max(0, buckets.findIndex((bucket) => bucket >= days.from));
    return {
      buckets: buckets.slice(start),
      daily: rollingRatio(over, under, 1).slice(start), week: mean(SHORT_MEAN_DAYS).slice(start), month: mean(LONG_MEAN_DAYS).slice(start),
    };
  }, [table, above, below, days.from, site.first_day]);
  const week = course.week.at(-1) ?? null;
  const month = course.month.at(-1) ?? null;
  const finding = () => {
    if (week === null) return null;
    return month === null ? t('conversions.ratesFindingWeek', { week: format.ratio(week) }) : t('conversions.ratesFinding', { week: format.ratio(week), month: format.ratio(month) });
  };
  return (
    <div className={cards.chosen}>
      <Choice label={t('conversions.rate')} words={rateNames} chosen={rate} choose={choose} name={(word) => words.metric(word)} />
      <TimeCard
        title={`${t('conversions.rates')} · ${words.metric(rate)}`}
        finding={finding()}
        asked={query}
        buckets={course.buckets}
        grain="day"
        shape="lines"
        lines={[
          { label: t('conversions.daily'), values: course.daily, unit: 'ratio', color: tokens.rest },
          { label: t('conversions.mean7'), values: course.week, unit: 'ratio', color: tokens.accent },
          { label: t('conversions.mean30'), values: course.month, unit: 'ratio', color: tokens.second, dashed: true },
        ]}
        height={280}
        note={t('conversions.ratesNote')}
      />
    </div>
  );
}
