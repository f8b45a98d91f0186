import { SegmentedControl } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CardState } from '../../components/CardState';
import { ChartCard } from '../../components/ChartCard';
import { PageHead } from '../../components/PageHead';
import { useFormat, useShop, useTokens } from '../../components/Shop';
import { linesOption } from '../../lib/plots';
import type { Value } from '../../lib/series';
import { Kpi } from './Kpi';
import { RangeTools, useRange } from './RangeTools';
import { lineOf, text, type Log } from './types';
import { useBuckets } from './useBuckets';
import { numberOf, rowsOf, useFigures, type Figures } from './useLogs';
import { localeOf } from '../../i18n';
import { useLogTime } from './useLogTime';
import styles from './Logs.module.css';

type Measured = 'response' | 'database';
type Asked = ReturnType<typeof useFigures>;

function useMilliseconds(): (value: Value | undefined) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback((value) => (value === null || value === undefined ? '–' : t('logs.ms', { value: format.count(Math.round(value)) })), [t, format]);
}

/** How long calls take, where, and which were slow. */
export function PerformancePage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const milliseconds = useMilliseconds();
  const range = useRange();
  const { measured: given } = useSearch({ strict: false }) as { measured?: string };
  const measured: Measured = given === 'database' ? 'database' : 'response';
  const navigate = useNavigate();
  const all = useFigures('/api/performance/metrics', { range });
  const times = useFigures(measured === 'response' ? '/api/performance/api-response-times' : '/api/performance/database-latency', { range });
  const totals = all.data;
  const response = totals?.response_time as Record<string, unknown> | undefined;
  const apdex = numberOf(totals, 'apdex');
  const share = (name: string) => (numberOf(totals, name) === null ? '–' : format.ratio(numberOf(totals, name)!));
  const subtitle = totals ? t('logs.performanceSaid', { p95: milliseconds(numberOf(response, 'p95')), count: numberOf(totals, 'slow_requests') ?? 0, shown: format.count(numberOf(totals, 'slow_requests') ?? 0), calls: format.count(numberOf(response, 'count') ?? 0) }) : '\u00a0';
  return (
    <>
      <PageHead title={t('logs.performanceTitle')} subtitle={subtitle}><RangeTools /></PageHead>
      <ul className={styles.kpis} aria-label={t('logs.kpis')}>
        <Kpi name="p50" value={milliseconds(numberOf(response, 'p50'))} />
        <Kpi name="p95" value={milliseconds(numberOf(response, 'p95'))} />
        <Kpi name="p99" value={milliseconds(numberOf(response, 'p99'))} />
        <Kpi name="apdex" value={apdex === null ? '–' : apdex.toLocaleString(localeOf(i18n.language), { minimumFractionDigits: 2, maximumFractionDigits: 2 })} />
        <Kpi name="failureRate" value={share('failure_rate')} />
        <Kpi name="cache" value={share('cache_hit_rate')} />
      </ul>
      <div className={styles.controls}>
        <SegmentedControl aria-label={t('logs.measured')} value={measured} data={[{ value: 'response', label: t('logs.responseTimes') }, { value: 'database', label: t('logs.databaseTimes') }]}
          onChange={(next) => void navigate({ to: '.', resetScroll: false, search: (before: Record<string, unknown>) => ({ ...before, measured: next === 'response' ? undefined : next }) } as never)} />
      </div>
      <div className={styles.gap}><Percentiles figures={times.data} asked={times} title={t(measured === 'response' ? 'logs.responseTimes' : 'logs.databaseTimes')} /></div>
      <div className={styles.gap}><Endpoints figures={times.data} asked={times} /></div>
      <Slow figures={times.data} asked={times} measured={measured} />
    </>
  );
}

function Percentiles({ figures, asked, title }: { figures: Figures | undefined; asked: Asked; title: string }) {
  const { t } = useTranslation();
  const tokens = useTokens();
  const { site } = useShop();
  const format = useFormat();
  const full = useMilliseconds();
  const { buckets, values, short, long } = useBuckets(figures);
  const lines = useMemo(
    () => (['p50', 'p95', 'p99'] as const).map((name, index) => ({ label: t(`logs.kpi.${name}`), values: values(name), color: [tokens.rest, tokens.series[0]!, tokens.series[1]!][index]! })),
    [values, tokens, t],
  );
  const option = useCallback((narrow: boolean) => linesOption({ tokens, narrow, buckets, lines, short, long, full, axis: (value) => format.compact(value) }), [tokens, buckets, lines, short, long, full, format]);
  const p95 = lines[1]!.values;
  const worst = p95.reduce<number>((best, value, index) => ((value ?? 0) > (p95[best] ?? 0) ? index : best), 0);
  return (
    <ChartCard title={title} unit={t('logs.milliseconds')} asked={asked} empty={p95.every((value) => value === null)} height={240} option={option} note={site.zone}
      finding={p95[worst] ? t('logs.slowestAt', { time: long(buckets[worst] ?? ''), value: full(p95[worst]) }) : null}
      legend={lines.map(({ label, color }) => ({ label, color, shape: 'line' as const }))}
      points={buckets.map((bucket, index) => `${long(bucket)}: ${lines.map(({ label, values: all }) => `${label} ${full(all[index])}`).join(', ')}`)}
      table={{
        columns: [{ key: 'time', label: t('logs.time'), show: (value) => long(String(value)) }, ...lines.map(({ label }) => ({ key: label, label, numeric: true, show: (value: unknown) => full((value ?? null) as Value) }))],
        rows: buckets.map((bucket, index) => [bucket, ...lines.map(({ values: all }) => all[index])]),
      }} />
  );
}

const STATISTICS = ['avg', 'p50', 'p90', 'p95', 'p99', 'max'] as const;

function Endpoints({ figures, asked }: { figures: Figures | undefined; asked: Asked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const full = useMilliseconds();
  const rows = rowsOf(figures, 'by_endpoint');
  const slowest = [...rows].sort((one, other) => (numberOf(other, 'p95') ?? 0) - (numberOf(one, 'p95') ?? 0))[0];
  return (
    <ChartCard title={t('logs.byEndpoint')} asked={asked} empty={rows.length === 0} height={340}
      finding={slowest ? t('logs.slowestEndpoint', { endpoint: slowest.endpoint ?? '', value: full(numberOf(slowest, 'p95')) }) : null}
      table={{
        sort: { key: 'p95', descending: true },
        columns: [
          { key: 'endpoint', label: t('logs.endpoint'), bar: 'p95' }, { key: 'count', label: t('logs.calls'), numeric: true, show: (value) => format.count(Number(value)) },
          ...STATISTICS.map((name) => ({ key: name, label: t(`logs.statistic.${name}`), numeric: true, show: (value: unknown) => full((value ?? null) as Value) })),
          { key: 'slow', label: t('logs.slowOnes'), numeric: true, show: (value) => format.count(Number(value)) },
        ],
        rows: rows.map((row) => [row.endpoint, numberOf(row, 'count'), ...STATISTICS.map((name) => numberOf(row, name)), numberOf(row, 'slow')]),
      }} />
  );
}

function Slow({ figures, asked, measured }: { figures: Figures | undefined; asked: Asked; measured: Measured }) {
  const { t } = useTranslation();
  const format = useFormat();
  const full = useMilliseconds();
  const time = useLogTime();
  const logs = (figures?.slow_list ?? []) as Log[];
  const total = numberOf(figures, 'slow_total') ?? 0;
  const title = t(measured === 'response' ? 'logs.slowRequests' : 'logs.slowQueries');
  const field = measured === 'response' ? 'response_time' : 'db_query_time';
  return (
    <section className={styles.card} aria-labelledby="slow">
      <h2 id="slow">{title}</h2>
      <p className={styles.note}>{t('logs.slowSaid', { count: total, shown: format.count(total) })}</p>
      <CardState title={title} asked={asked} empty={logs.length === 0} height={240} emptyState={<p className={styles.note}>{t('logs.noneSlow')}</p>}>
        <ul className={styles.list}>
          {logs.map((log) => (
            <li key={text(log, 'id')}>
              <span>{full(Number(log[field]))}</span><span className={styles.hideNarrow}>{time(text(log, 'timestamp') ?? '')}</span>
              <Link to="/logs/search" search={{ log: text(log, 'id') } as never}>{lineOf(log)}</Link>
            </li>
          ))}
        </ul>
      </CardState>
    </section>
  );
}
