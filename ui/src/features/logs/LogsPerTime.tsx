import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../components/CardState';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useShop, useTokens } from '../../components/Shop';
import { barsOverTime } from './options';
import { useBuckets } from './useBuckets';
import type { Figures } from './useLogs';

/** Logs over time, errors in them. */
export function LogsPerTime({ figures, asked }: { figures: Figures | undefined; asked: Asked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const { site } = useShop();
  const { buckets, values, short, long } = useBuckets(figures);
  const { errors, others } = useMemo(() => {
    const logs = values('logs').map((value) => value ?? 0);
    const wrong = values('errors').map((value) => value ?? 0);
    return { errors: wrong, others: logs.map((value, index) => value - (wrong[index] ?? 0)) };
  }, [values]);
  const parts = useMemo(
    () => [{ label: t('logs.errors'), values: errors, color: tokens.bad }, { label: t('logs.others'), values: others, color: tokens.bar }],
    [errors, others, tokens, t],
  );
  const option = useCallback((narrow: boolean) => barsOverTime({ tokens, narrow, buckets, parts, short, long, axis: (value) => format.compact(value) }), [tokens, buckets, parts, short, long, format]);
  const worst = errors.reduce((best, value, index) => (value > (errors[best] ?? 0) ? index : best), 0);
  const finding = errors[worst] ? t('logs.mostErrors', { count: errors[worst], shown: format.count(errors[worst]), time: long(buckets[worst] ?? '') }) : t('logs.noErrors');
  return (
    <ChartCard title={t('logs.perTime')} finding={finding} aside={site.zone} asked={asked} empty={others.every((value, index) => value + (errors[index] ?? 0) === 0)} height={220} option={option}
      legend={parts.map(({ label, color }) => ({ label, color, shape: 'block' as const }))}
      points={buckets.map((bucket, index) => `${long(bucket)}: ${t('logs.errors')} ${errors[index]}, ${t('logs.others')} ${others[index]}`)}
      table={{
        columns: [{ key: 'time', label: t('logs.time'), show: (value) => long(String(value)) }, { key: 'errors', label: t('logs.errors'), numeric: true }, { key: 'others', label: t('logs.others'), numeric: true }],
        rows: buckets.map((bucket, index) => [bucket, errors[index], others[index]]),
      }} />
  );
}
