import '@mantine/core/styles/Switch.css';
import { Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../components/ChartCard';
import { PageHead } from '../../components/PageHead';
import { useFormat, useShop, useTokens } from '../../components/Shop';
import { change } from '../../lib/series';
import { Kpi } from './Kpi';
import { barsOverTime } from './options';
import { RangeTools, useRange } from './RangeTools';
import { useBuckets } from './useBuckets';
import { numberOf, rowsOf, useFigures, type Figures } from './useLogs';
import { condition } from './view';
import styles from './Logs.module.css';

/** Errors that say the same are one: how often, since when, and what was never seen before. */
export function ErrorsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const range = useRange();
  const asked = useFigures('/api/analytics/errors', { range, limit: '200' });
  const figures = asked.data;
  const messages = rowsOf(figures, 'top_messages');
  const fresh = messages.filter((row) => row.new === true).length;
  const total = numberOf(figures, 'logs') ?? 0;
  const subtitle = figures ? t('logs.errorsSaid', { count: messages.length, shown: format.count(total), fresh: format.count(fresh) }) : '\u00a0';
  return (
    <>
      <PageHead title={t('logs.errorsTitle')} subtitle={subtitle}><RangeTools /></PageHead>
      <ul className={styles.kpis} aria-label={t('logs.kpis')}>
        <Kpi name="errors" value={format.compact(total)} change={change(total, numberOf(figures, 'previous'))} direction="down" />
        <Kpi name="services" value={format.compact(numberOf(figures, 'services') ?? rowsOf(figures, 'services').length)} />
        <Kpi name="users" value={format.compact(numberOf(figures, 'users') ?? 0)} />
      </ul>
      <div className={styles.gap}><OverTime figures={figures} asked={asked} /></div>
      <Messages figures={figures} asked={asked} />
      <div className={styles.two}>
        {(['error_codes', 'error_types'] as const).map((name) => {
          const rows = rowsOf(figures, name);
          const key = name === 'error_codes' ? 'error_code' : 'error_type';
          return (
            <ChartCard key={name} title={t(`logs.${name}`)} asked={asked} empty={rows.length === 0} height={230}
              finding={rows[0] ? t('logs.mostly', { value: rows[0][key] ?? '', shown: format.count(numberOf(rows[0], 'logs') ?? 0), count: numberOf(rows[0], 'logs') ?? 0 }) : null}
              table={{ sort: { key: 'logs', descending: true }, columns: [{ key, label: t(`logs.${key}`), bar: 'logs' }, { key: 'logs', label: t('logs.errors'), numeric: true, show: (value) => format.count(Number(value)) }], rows: rows.map((row) => [row[key], numberOf(row, 'logs')]) }} />
          );
        })}
      </div>
    </>
  );
}

type Asked = ReturnType<typeof useFigures>;

function OverTime({ figures, asked }: { figures: Figures | undefined; asked: Asked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const { site } = useShop();
  const { buckets, values, short, long } = useBuckets(figures);
  const errors = values('logs').map((value) => value ?? 0);
  const key = errors.join();
  const option = useCallback(
    (narrow: boolean) => barsOverTime({ tokens, narrow, buckets, parts: [{ label: t('logs.errors'), values: key.split(',').map(Number), color: tokens.bad }], short, long, axis: (value) => format.compact(value) }),
    [tokens, buckets, key, short, long, format, t],
  );
  const worst = errors.reduce((best, value, index) => (value > (errors[best] ?? 0) ? index : best), 0);
  return (
    <ChartCard title={t('logs.errorsOverTime')} aside={site.zone} asked={asked} empty={errors.every((value) => value === 0)} height={180} option={option}
      finding={errors[worst] ? t('logs.mostErrors', { count: errors[worst], shown: format.count(errors[worst]), time: long(buckets[worst] ?? '') }) : null}
      points={buckets.map((bucket, index) => `${long(bucket)}: ${errors[index]}`)}
      table={{ columns: [{ key: 'time', label: t('logs.time'), show: (value) => long(String(value)) }, { key: 'errors', label: t('logs.errors'), numeric: true }], rows: buckets.map((bucket, index) => [bucket, errors[index]]) }} />
  );
}

function Messages({ figures, asked }: { figures: Figures | undefined; asked: Asked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [onlyNew, setOnlyNew] = useState(false);
  const rows = rowsOf(figures, 'top_messages').filter((row) => !onlyNew || row.new === true);
  const top = rows[0];
  return (
    <div className={styles.gap}>
      <div className={styles.controls}><Switch label={t('logs.onlyNew')} checked={onlyNew} onChange={(event) => setOnlyNew(event.currentTarget.checked)} /></div>
      <ChartCard title={t('logs.topMessages')} asked={asked} empty={rows.length === 0} height={420} note={t('logs.messagesNote')} emptyState={<p className={styles.note} role="status">{t(onlyNew ? 'logs.nothingNew' : 'logs.noErrors')}</p>}
        finding={top ? t('logs.mostly', { value: top.message ?? '', shown: format.count(numberOf(top, 'logs') ?? 0), count: numberOf(top, 'logs') ?? 0 }) : null}
        table={{
          sort: { key: 'logs', descending: true },
          columns: [
            { key: 'message', label: t('logs.message'), bar: 'logs', show: (value, row) => <><Link to="/logs/search" search={{ q: queryOf(String(value), String(row[1])), range: '30d' } as never}>{String(value)}</Link>{row[6] === true && <span className={styles.new}>{t('logs.newSince')}</span>}</> },
            { key: 'service', label: t('logs.facet.service') },
            { key: 'first', label: t('logs.firstSeen'), show: (value) => (value ? format.instant(String(value)) : '–') },
            { key: 'last', label: t('logs.lastSeen'), show: (value) => (value ? format.instant(String(value)) : '–') },
            { key: 'users', label: t('logs.kpi.users'), numeric: true, show: (value) => format.count(Number(value)) },
            { key: 'logs', label: t('logs.errors'), numeric: true, show: (value) => format.count(Number(value)) },
          ],
          rows: rows.map((row) => [row.message, row.service, row.first_seen, row.last_seen, numberOf(row, 'users'), numberOf(row, 'logs'), row.new]),
        }} />
    </div>
  );
}

/** The longest stretch of the message without anything taken out, in its service. */
export function queryOf(message: string, service: string): string {
  const longest = message.split('*').map((part) => part.trim()).reduce((best, part) => (part.length > best.length ? part : best), '');
  return `"${longest.replaceAll('"', ' ')}"${service && service !== 'null' ? ` ${condition('service', service)}` : ''}`;
}
