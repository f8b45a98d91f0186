import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { sum } from '../../lib/series';
import styles from './Home.module.css';
import { useTable } from './useHome';

const metrics = ['sessions', 'conversion_per_session', 'revenue'] as const;
const FEW_SESSIONS = 100;

/** Where sessions come from, and which of them pay. */
export function ChannelsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const { asked } = useView();
  const query = useAnswer({
    kind: 'Breakdown', metrics: [...metrics], period: asked.period, filters: asked.filters, comparison: 'none',
    by: ['channel'], sort: { column: 'sessions', descending: true }, limit: 12,
  });
  const table = useTable(query);
  const rows = useMemo(
    () => Array.from({ length: table?.size ?? 0 }, (_, row) => [words.value('channel', table?.text(row, 'channel') ?? null), ...metrics.map((metric) => table?.number(row, metric) ?? null)]),
    [table, words],
  );
  const revenue = rows.map((row) => row[3] as number | null);
  const total = sum(revenue);
  const best = revenue.reduce<number>((top, value, index) => ((value ?? 0) > (revenue[top] ?? 0) ? index : top), 0);
  return (
    <ChartCard
      title={t('home.channels')}
      finding={total > 0 ? t('home.channelsFinding', { channel: rows[best]?.[0], share: format.ratio((revenue[best] ?? 0) / total, 0) }) : null}
      asked={query}
      empty={rows.length === 0}
      height={300}
      table={{
        sort: { key: 'sessions', descending: true },
        columns: [
          { key: 'channel', label: t('field.channel'), bar: 'sessions' },
          { key: 'sessions', label: words.metric('sessions'), numeric: true, show: (value) => format.compact(Number(value)) },
          {
            key: 'conversion', label: t('home.conversionShort'), numeric: true,
            show: (value, row) => {
              const few = Number(row[1]) < FEW_SESSIONS && <small className={styles.few}>{t('chart.tooFew', { count: Number(row[1]) })}</small>;
              return <>{format.unit((value ?? null) as number | null, 'ratio')}{few}</>;
            },
          },
          { key: 'revenue', label: t('home.revenueShort'), numeric: true, show: (value) => (typeof value === 'number' ? format.axis(value, 'money') : format.unit(null, 'money')) },
        ],
        rows,
      }}
    />
  );
}
