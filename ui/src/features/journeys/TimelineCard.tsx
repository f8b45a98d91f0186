import { Button, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { useTable } from '../../components/useTable';
import { useWords } from '../../components/useWords';
import styles from './Journeys.module.css';

const SHOWN = 1_000;

/** Everything one visitor did, the latest first. */
export function TimelineCard({ step }: { step: (name: string) => string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const search = useSearch({ strict: false }) as { visitor?: string };
  const navigate = useNavigate();
  const visitor = search.visitor?.trim() ?? '';
  const [typed, setTyped] = useState(visitor);
  const query = useAnswer({ kind: 'Timeline', limit: SHOWN, timeline: { visitor } }, visitor !== '');
  const table = useTable(query);
  const open = () => void navigate({ to: '.', resetScroll: false, search: (before: Record<string, unknown>) => ({ ...before, visitor: typed.trim() || undefined }) } as never);
  const rows = visitor === '' ? [] : Array.from({ length: table?.size ?? 0 }, (_, row) => {
    const text = (column: string) => table?.text(row, column) ?? null;
    return [
      text('at'), table?.number(row, 'session') ?? null, step(text('event_type') ?? ''), text('product_name') ?? text('product_id') ?? text('search_query') ?? text('page'),
      text('order_id'), table?.number(row, 'revenue') ?? null, text('channel'), text('country'), text('device'),
    ];
  });
  const sessions = Math.max(0, ...rows.map((row) => Number(row[1] ?? 0)));
  const left = query.data?.meta.notes.find(({ code }) => code === 'rows_left_out')?.count ?? 0;
  const asked = visitor === '' ? { ...query, data: {} } : query;
  return (
    <div>
      <form className={styles.search} onSubmit={(event) => { event.preventDefault(); open(); }}>
        <TextInput size="sm" w={280} label={t('paths.journeys.visitor')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Button type="submit" size="sm" disabled={typed.trim() === ''}>{t('paths.journeys.open')}</Button>
      </form>
      <ChartCard
        title={t('paths.journeys.timeline')}
        finding={t('paths.journeys.timelineFinding', { visitor, count: rows.length + left, sessions: format.count(sessions) })}
        asked={asked}
        empty={rows.length === 0}
        emptyState={<p>{visitor === '' ? t('paths.journeys.pick') : t('paths.journeys.unknown', { visitor })}</p>}
        height={420}
        note={left > 0 ? t('chart.leftOut', { count: left }) : undefined}
        table={{
          columns: [
            { key: 'at', label: t('paths.journeys.at'), oneLine: true, show: (value) => format.instant(String(value)) },
            { key: 'session', label: t('paths.journeys.session'), numeric: true },
            { key: 'type', label: t('field.type') },
            { key: 'what', label: t('paths.journeys.what') },
            { key: 'order', label: t('paths.journeys.order') },
            { key: 'revenue', label: t('metric.revenue.label'), numeric: true, show: (value) => (value === null ? '' : format.unit(Number(value), 'money')) },
            { key: 'channel', label: t('field.channel') },
            { key: 'country', label: t('field.country'), show: (value) => (value ? words.value('country', String(value)) : '') },
            { key: 'device', label: t('field.device') },
          ],
          rows,
        }}
      />
    </div>
  );
}
