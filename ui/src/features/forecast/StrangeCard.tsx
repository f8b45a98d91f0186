import { useTranslation } from 'react-i18next';
import type { ForecastMetric } from '../../api/forecasts';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { useWords } from '../../components/useWords';
import { NOTHING } from '../../lib/format';
import type { ForecastQuery } from './ForecastPage';
import { calm, Refused, tooShort } from './Refused';

const HEIGHT = 300;

/** Past days that did not fit the same weekday of the weeks before. */
export function StrangeCard({ metric, query }: { metric: ForecastMetric; query: ForecastQuery }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const data = query.error ? undefined : query.data;
  const days = data?.strange ?? [];
  const write = (value: unknown) => format.unit(value as number, data?.unit, true);
  const last = days[days.length - 1];
  const short = tooShort(query);
  return (
    <ChartCard
      title={t('forecast.strange', { metric: words.metric(metric) })}
      finding={last && t('forecast.strangeFinding', { count: days.length, known: words.days(data?.history.length ?? 0), day: format.day(last.day, 'long'), value: write(last.value), expected: write(last.expected) })}
      asked={calm(query)}
      empty={days.length === 0}
      emptyState={short ? <Refused asked={query} height={HEIGHT} what="history" /> : <Nothing days={words.days(data?.history.length ?? 0)} />}
      height={HEIGHT}
      note={t('forecast.strangeNote')}
      table={{
        columns: [
          { key: 'day', label: t('field.day'), show: (value) => format.day(String(value), 'weekday') },
          { key: 'value', label: words.metric(metric), numeric: true, show: write },
          { key: 'expected', label: t('forecast.usual'), numeric: true, show: write },
          { key: 'range', label: t('forecast.range'), numeric: true },
          { key: 'change', label: t('forecast.change'), numeric: true, show: (value) => (typeof value !== 'number' ? NOTHING : `${value > 0 ? '↑' : '↓'} ${format.change(value)}`) },
        ],
        rows: days.map(({ day, value, expected, low, high }) => [day, value, expected, `${write(Math.max(0, low))} – ${write(high)}`, expected > 0 ? value / expected - 1 : null]),
        sort: { key: 'day', descending: true },
      }}
    />
  );
}

function Nothing({ days }: { days: string }) {
  const { t } = useTranslation();
  return <p>{t('forecast.strangeNone', { days })}</p>;
}
