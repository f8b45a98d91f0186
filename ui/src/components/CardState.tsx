import { IconAlertTriangle, IconChartBarOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import { CopyLine } from './CopyLine';
import { useFormat, useMay, useShop } from './Shop';
import styles from './Card.module.css';

/** What a card needs to know of its request; a query of TanStack Query has it all. */
export interface Asked {
  data: unknown;
  error: unknown;
  isFetching: boolean;
  dataUpdatedAt: number;
  refetch: () => unknown;
}

interface Props {
  title: string;
  asked: Asked;
  empty: boolean;
  height: number;
  emptyState?: ReactNode;
  children: ReactNode;
}

/** The example stands in the large cards; in each of them it would be the same words many times over. */
const ROOM_FOR_EXAMPLE = 330;
const BONES = Array.from({ length: 14 }, (_, index) => index);

/** Loading has the size of what comes; empty says how to get something; failed says what happened; stale says since when. */
export function CardState({ title, asked, empty, height, emptyState, children }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (asked.data === undefined && asked.error) return <Failed asked={asked} height={height} />;
  if (asked.data === undefined) {
    return (
      <div className={styles.skeleton} style={{ height }} role="status" aria-label={t('chart.loading', { title })}>
        <div className={styles.bones} aria-hidden>{BONES.map((bone) => <i key={bone} />)}</div>
      </div>
    );
  }
  if (empty) return emptyState ?? <Empty height={height} />;
  return (
    <>
      {Boolean(asked.error) && (
        <div className={styles.stale} role="status">
          <IconAlertTriangle size={14} aria-hidden />
          {t('chart.stale', { time: format.time(new Date(asked.dataUpdatedAt).toISOString()) })}
          <button type="button" onClick={() => asked.refetch()}>{t('chart.retry')}</button>
        </div>
      )}
      {children}
    </>
  );
}

function Failed({ asked, height }: { asked: Asked; height: number }) {
  const { t } = useTranslation();
  const problem = asProblem(asked.error);
  return (
    <div className={styles.state} style={{ minHeight: height }} role="alert">
      <span className={styles.icon} data-tone="bad"><IconAlertTriangle size={20} aria-hidden /></span>
      <strong>{t('chart.failed')}</strong>
      <p>{problem.unreachable ? t('chart.failedUnreachable') : problem.detail}</p>
      <button type="button" className={styles.retry} onClick={() => asked.refetch()}>{t('chart.retry')}</button>
      {problem.requestId && <small>{t('chart.requestId', { id: problem.requestId })}</small>}
    </div>
  );
}

function Empty({ height }: { height: number }) {
  const { t } = useTranslation();
  const { site } = useShop();
  const mayCreate = useMay('admin');
  const never = site.first_day === null;
  return (
    <div className={styles.state} style={{ minHeight: height }}>
      <span className={styles.icon}><IconChartBarOff size={20} aria-hidden /></span>
      <strong>{t(never ? 'chart.emptyShop' : 'chart.empty')}</strong>
      <p>{t(emptyHow(never, height))}</p>
      {never && height >= ROOM_FOR_EXAMPLE && <CopyLine text={firstEvent(location.origin, 'KEY')} />}
      {never && mayCreate && <Link to="/admin/keys">{t('chart.emptyShopLink')}</Link>}
    </div>
  );
}

function emptyHow(never: boolean, height: number) {
  if (!never) return 'chart.emptyHow';
  return height >= ROOM_FOR_EXAMPLE ? 'chart.emptyShopHow' : 'chart.emptyShopShort';
}

/** A line for the terminal that sends one event. */
export function firstEvent(origin: string, key: string): string {
  const event = '{"type":"product_view","visitor_id":"visitor-1","product_id":"product-1"}';
  return `curl -X POST ${origin}/api/events -H 'Authorization: Bearer ${key}' -H 'Content-Type: application/json' -d '${event}'`;
}
