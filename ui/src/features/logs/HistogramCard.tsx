import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../components/CardState';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useShop, useTokens } from '../../components/Shop';
import { barsOverTime, dayIn } from './options';
import type { LogAnswer } from './types';

const DAY_MS = 86_400_000;
/** Beyond that, days without their year could be those of another one. */
const MOST_OF_A_YEAR = 300 * DAY_MS;

/** All hits over time; a range that is drawn across it becomes the time of the search. */
export function HistogramCard({ answer, asked, onTime }: { answer: LogAnswer | undefined; asked: Asked; onTime: (since: string, until: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const { site } = useShop();
  const histogram = answer?.histogram;
  const width = histogram?.width_ms ?? DAY_MS;
  const start = histogram ? Date.parse(histogram.start ?? '') : 0;
  const counts = useMemo(() => (histogram?.counts ?? []).map(Number), [histogram]);
  const buckets = useMemo(() => counts.map((_, index) => new Date(start + index * width).toISOString()), [counts, start, width]);
  const span = counts.length * width;
  const long = useCallback((bucket: string) => {
    if (!bucket) return '';
    return width >= DAY_MS ? format.day(dayIn(site.zone, bucket), 'long') : format.instant(bucket);
  }, [format, width, site.zone]);
  const short = useCallback((bucket: string) => {
    if (width < DAY_MS) return format.clock(bucket);
    const day = dayIn(site.zone, bucket);
    return span > MOST_OF_A_YEAR ? format.month(day) : format.day(day);
  }, [format, width, span, site.zone]);
  const option = useCallback(
    (narrow: boolean) => barsOverTime({ tokens, narrow, buckets, parts: [{ label: t('logs.logs'), values: counts, color: tokens.bar }], short, long, axis: (value) => format.compact(value), brush: true }),
    [tokens, buckets, counts, short, long, format, t],
  );
  const most = counts.reduce((best, value, index) => (value > (counts[best] ?? 0) ? index : best), 0);
  const onRange = useCallback((first: number, last: number) => onTime(buckets[first]!, new Date(Date.parse(buckets[last]!) + width - 1).toISOString()), [buckets, width, onTime]);
  return (
    <ChartCard
      title={t('logs.overTime')}
      finding={answer ? t('logs.overTimeFinding', { count: Number(answer.total), shown: format.count(Number(answer.total)), time: long(buckets[most] ?? ''), most: format.count(counts[most] ?? 0) }) : null}
      aside={site.zone}
      asked={asked}
      empty={counts.every((count) => count === 0)}
      height={130}
      option={option}
      onRange={onRange}
      points={buckets.map((bucket, index) => `${long(bucket)}: ${format.count(counts[index] ?? 0)}`)}
      table={{
        columns: [{ key: 'time', label: t('logs.time'), show: (value) => long(String(value)) }, { key: 'logs', label: t('logs.logs'), numeric: true, show: (value) => format.count(Number(value)) }],
        rows: buckets.map((bucket, index) => [bucket, counts[index]]),
      }}
    />
  );
}
