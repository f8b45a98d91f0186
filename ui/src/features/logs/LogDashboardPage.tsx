import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { fetchFile } from '../../api/files';
import { CardState } from '../../components/CardState';
import { ChartCard } from '../../components/ChartCard';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import { download } from '../../lib/csv';
import { Kpi } from './Kpi';
import { LogsPerTime } from './LogsPerTime';
import { RangeTools, useRange } from './RangeTools';
import { lineOf, text, type Log } from './types';
import { numberOf, rowsOf, useFigures } from './useLogs';
import { useLogTime } from './useLogTime';
import styles from './Logs.module.css';

const AGAIN_MS = 15_000;

/** What the services say now, and whether it is more or worse than before. */
export function LogDashboardPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const range = useRange();
  const asked = useFigures('/api/dashboard/overview', { range }, AGAIN_MS);
  const figures = asked.data;
  const totals = figures?.totals as Record<string, unknown> | undefined;
  const growth = figures?.growth as Record<string, unknown> | undefined;
  const count = (name: string) => format.compact(numberOf(totals, name) ?? 0);
  const milliseconds = (value: number | null) => (value === null ? '–' : t('logs.ms', { value: format.count(Math.round(value)) }));
  const errors = numberOf(totals, 'errors') ?? 0;
  const rate = numberOf(totals, 'error_rate');
  const subtitle = figures ? t('logs.dashboardSaid', { count: errors, shown: format.count(errors), total: format.count(numberOf(totals, 'logs') ?? 0), rate: format.ratio(rate ?? 0), from: format.instant(figures.start), to: format.instant(figures.end) }) : '\u00a0';
  const levels = rowsOf(figures, 'levels');
  const services = rowsOf(figures, 'top_services');
  return (
    <>
      <PageHead title={t('logs.dashboardTitle')} subtitle={subtitle}><RangeTools /></PageHead>
      <ul className={styles.kpis} aria-label={t('logs.kpis')}>
        <Kpi name="logs" value={count('logs')} change={numberOf(growth, 'logs')} />
        <Kpi name="errors" value={count('errors')} change={numberOf(growth, 'errors')} direction="down" />
        <Kpi name="errorRate" value={rate === null ? '–' : format.ratio(rate)} change={numberOf(growth, 'error_rate')} direction="down" />
        <Kpi name="response" value={milliseconds(numberOf(totals, 'response_p95'))} change={numberOf(growth, 'response_p95')} direction="down" />
        <Kpi name="services" value={count('services')} change={numberOf(growth, 'services')} />
        <Kpi name="users" value={count('users')} change={numberOf(growth, 'users')} />
      </ul>
      <div className={styles.gap}><LogsPerTime figures={figures} asked={asked} /></div>
      <div className={styles.two}>
        <ChartCard title={t('logs.levels')} finding={levels[0] ? t('logs.levelsFinding', { level: levels[0].level ?? '', share: format.ratio((numberOf(levels[0], 'logs') ?? 0) / Math.max(1, numberOf(totals, 'logs') ?? 1)) }) : null} asked={asked} empty={levels.length === 0} height={230}
          table={{
            sort: { key: 'logs', descending: true },
            columns: [{ key: 'level', label: t('logs.facet.level'), bar: 'logs' }, { key: 'logs', label: t('logs.logs'), numeric: true, show: (value) => format.count(Number(value)) }],
            rows: levels.map((row) => [row.level, numberOf(row, 'logs')]),
          }} />
        <ChartCard title={t('logs.topServices')} finding={services[0] ? t('logs.servicesFinding', { service: services[0].service ?? '', count: numberOf(services[0], 'logs') ?? 0, shown: format.count(numberOf(services[0], 'logs') ?? 0) }) : null} asked={asked} empty={services.length === 0} height={230}
          table={{
            sort: { key: 'logs', descending: true },
            columns: [
              { key: 'service', label: t('logs.facet.service'), bar: 'logs' }, { key: 'logs', label: t('logs.logs'), numeric: true, show: (value) => format.count(Number(value)) },
              { key: 'errors', label: t('logs.errors'), numeric: true, show: (value) => format.count(Number(value)) }, { key: 'rate', label: t('logs.kpi.errorRate'), numeric: true, show: (value) => format.ratio(Number(value)) },
            ],
            rows: services.map((row) => [row.service, numberOf(row, 'logs'), numberOf(row, 'errors'), numberOf(row, 'error_rate')]),
          }} />
      </div>
      <section className={styles.card} aria-labelledby="recent-errors">
        <h2 id="recent-errors">{t('logs.recentErrors')}</h2>
        <CardState title={t('logs.recentErrors')} asked={asked} empty={rowsOf(figures, 'recent_errors').length === 0} height={260} emptyState={<p className={styles.note}>{t('logs.noErrors')}</p>}>
          <ErrorList logs={(figures?.recent_errors ?? []) as Log[]} />
        </CardState>
      </section>
      <Elsewhere />
    </>
  );
}

/** The same charts for those who look at logs in Kibana or its kin, and their dashboards where the setting names some. */
function Elsewhere() {
  const { t } = useTranslation();
  const may = useMay('analyst');
  const asked = useQuery({ queryKey: ['logs', 'dashboards'], queryFn: async ({ signal }) => body(await api.GET('/api/logs/dashboards', { signal })), enabled: may });
  if (!may) return null;
  const save = async () => {
    const file = await fetchFile('/api/logs/saved-objects');
    download(file.name, file.content);
  };
  const address = asked.data?.address;
  return (
    <section className={styles.card} aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('logs.elsewhere.title')}</h2>
      <p className={styles.note}>{t('logs.elsewhere.how')}</p>
      <Button variant="default" size="xs" onClick={() => void save()}>{t('logs.elsewhere.file')}</Button>
      {address && <iframe className={styles.elsewhere} src={address} title={t('logs.elsewhere.frame')} sandbox="allow-scripts allow-same-origin allow-forms allow-popups" referrerPolicy="no-referrer" />}
    </section>
  );
}

function ErrorList({ logs }: { logs: readonly Log[] }) {
  const time = useLogTime();
  return (
    <ul className={styles.list}>
      {logs.map((log) => (
        <li key={text(log, 'id')}>
          <span>{time(text(log, 'timestamp') ?? '')}</span><span className={styles.hideNarrow}>{text(log, 'service')}</span>
          <Link to="/logs/search" search={{ log: text(log, 'id') } as never}>{lineOf(log)}</Link>
        </li>
      ))}
    </ul>
  );
}
