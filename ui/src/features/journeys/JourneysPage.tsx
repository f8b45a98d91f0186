import { Select, SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer, useValues } from '../../api/queries';
import cards from '../../components/Cards.module.css';
import { ChartCard } from '../../components/ChartCard';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import { useChoice } from '../../components/useChoice';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { ViewControls } from '../../components/ViewControls';
import { LENGTH, useStep, WaysCard } from '../../components/WaysCard';
import { localeOf } from '../../i18n';
import { duration } from '../../lib/duration';
import { wayText } from './ways';
import { TimelineCard } from './TimelineCard';
import styles from './Journeys.module.css';

const WAYS = 50;
/** Logs, and what a session does not do. */
const NO_STEPS = new Set(['transaction', 'error', 'user_behavior', 'performance', 'fraud', 'log', 'exposure', 'refund', 'cancellation']);

/** Which ways people take through the shop, and the whole way of one of them. */
export function JourneysPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { asked } = useView();
  const mayName = useMay('analyst');
  const [label, setLabel] = useChoice('label', ['types', 'pages']);
  const [direction, setDirection] = useChoice('direction', ['from', 'to']);
  const search = useSearch({ strict: false }) as { anchor?: string };
  const navigate = useNavigate();
  const setAnchor = (anchor: string | null) =>
    void navigate({ to: '.', resetScroll: false, search: (before: Record<string, unknown>) => ({ ...before, anchor: anchor ?? undefined }) } as never);
  const anchor = search.anchor || undefined;
  const paths = { label, length: LENGTH, ...(anchor ? { anchor, direction } : {}) } as const;
  const base = { kind: 'Paths', period: asked.period, filters: asked.filters } as const;
  const ways = useAnswer({ ...base, limit: WAYS, paths: { ...paths, show: 'ways' } });
  const found = useValues('type', '').data?.values.flatMap(({ value }) => (value === null || NO_STEPS.has(value) ? [] : [value])) ?? [];
  const step = useStep();
  const common = useTable(ways);
  const rows = useMemo(() => Array.from({ length: common?.size ?? 0 }, (_, row) => [
    wayText(Array.from({ length: LENGTH }, (__, index) => common?.text(row, `step_${index + 1}`) ?? null), step),
    ...['sessions', 'share', 'conversion', 'median_seconds'].map((column) => common?.number(row, column) ?? null),
  ]), [common, step]);
  const top = rows[0];
  const title = t('paths.journeys.title');
  return (
    <>
      <PageHead title={title} subtitle={top ? t('paths.journeys.finding', { way: top[0], share: format.unit(Number(top[2]), 'ratio') }) : t('paths.journeys.subtitle')} />
      <ViewControls compares={false} />
      <div className={styles.choices}>
        <SegmentedControl size="sm" aria-label={t('paths.journeys.label')} value={label} onChange={(value) => setLabel(value as typeof label)}
          data={(['types', 'pages'] as const).map((value) => ({ value, label: t(`paths.journeys.labels.${value}`) }))} />
        <Select size="sm" w={230} aria-label={t('paths.journeys.anchor')} placeholder={t('paths.journeys.start')} value={anchor ?? null} clearable searchable onChange={setAnchor}
          data={[...new Set([...found, ...(anchor ? [anchor] : [])])].map((value) => ({ value, label: step(value) }))} />
        {anchor && (
          <SegmentedControl size="sm" aria-label={t('paths.journeys.direction')} value={direction} onChange={(value) => setDirection(value as typeof direction)}
            data={(['from', 'to'] as const).map((value) => ({ value, label: t(`paths.journeys.directions.${value}`) }))} />
        )}
      </div>
      <div className={cards.page}>
        <WaysCard label={label} anchor={anchor} direction={direction} />
        <ChartCard
          title={t('paths.journeys.common')}
          finding={top ? t('paths.journeys.commonFinding', { share: format.unit(rows.slice(0, 10).reduce((sum, row) => sum + Number(row[2]), 0), 'ratio') }) : null}
          asked={ways}
          empty={rows.length === 0}
          height={360}
          table={{
            sort: { key: 'sessions', descending: true },
            columns: [
              { key: 'way', label: t('paths.journeys.way'), bar: 'sessions' },
              { key: 'sessions', label: t('metric.sessions.label'), numeric: true, show: (value) => format.count(Number(value)) },
              { key: 'share', label: t('paths.journeys.share'), numeric: true, show: (value) => format.unit(Number(value), 'ratio') },
              { key: 'conversion', label: t('metric.conversion_per_session.label'), numeric: true, show: (value) => format.unit(Number(value), 'ratio') },
              { key: 'time', label: t('paths.journeys.time'), numeric: true, show: (value) => (value === null ? '–' : duration(Number(value), localeOf(i18n.language))) },
            ],
            rows,
          }}
        />
        {mayName && <TimelineCard step={step} />}
      </div>
    </>
  );
}
