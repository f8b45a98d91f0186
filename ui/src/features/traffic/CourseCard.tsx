import { useTranslation } from 'react-i18next';
import { useFigures } from '../../components/FigureStrip';
import { useFormat, useTokens } from '../../components/Shop';
import { TimeCard } from '../../components/TimeCard';
import { useWords } from '../../components/useWords';
import { figures, useCourse } from './useCourse';

const shown = ['visitors', 'sessions', 'events'] as const;

/** Visitors, sessions and events, each on a scale of its own. */
export function CourseCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const { query, table, buckets, grain } = useCourse();
  const totals = useFigures(figures).table;
  const lines = shown.map((metric, index) => ({
    label: words.metric(metric), values: table?.numbers(metric) ?? [], unit: 'count', color: tokens.series[index]!,
    before: table?.has(`${metric}_previous`) ? table.numbers(`${metric}_previous`) : null,
    now: format.unit(totals?.number(0, metric), 'count', true),
  }));
  const visitors = lines[0]?.values ?? [];
  const best = visitors.reduce<number>((top, value, index) => ((value ?? 0) > (visitors[top] ?? 0) ? index : top), 0);
  return (
    <TimeCard
      title={t('traffic.course')}
      finding={buckets[best] ? t('traffic.courseFinding', { day: format.bucket(buckets[best], grain), visitors: format.count(visitors[best] ?? 0) }) : null}
      asked={query}
      buckets={buckets}
      grain={grain}
      lines={lines}
      shape="panels"
      height={300}
    />
  );
}
