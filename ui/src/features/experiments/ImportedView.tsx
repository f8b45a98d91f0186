import { Button, Select } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checkpoints } from '../../api/experiments';
import { ChartCard } from '../../components/ChartCard';
import { PageHead } from '../../components/PageHead';
import { useFormat, useTokens } from '../../components/Shop';
import { usePValue } from '../../components/usePValue';
import { useRefusal } from '../../components/useRefusal';
import type { Cell } from '../../lib/csv';
import { courseOption } from './options';
import styles from './Experiments.module.css';

/** Experiments of another tool from their checkpoints; they are shown as imported and not kept. */
export function ImportedView({ read, onBack }: { read: Checkpoints; onBack: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const [chosen, setChosen] = useState('0');
  const series = read.series[Number(chosen)];
  const asked = { data: read, error: null, isFetching: false, dataUpdatedAt: 0, refetch: () => undefined };
  const exact = useCallback((value: number) => format.exact(value, 5), [format]);
  const shown = (value: Cell) => (typeof value === 'number' ? exact(value) : '–');
  const z = (value: Cell) => (typeof value === 'number' ? format.exact(value, 2, 2) : '–');
  const small = usePValue();
  const refusal = useRefusal();
  const label = ({ experiment, variant, metric }: Checkpoints['series'][number]) => t('experiments.imported.series', { experiment, variant, metric });
  const standing = read.series.filter(({ checkpoints }) => (checkpoints.at(-1)?.p_value ?? 1) < 0.05).length;
  const points = (series?.checkpoints ?? []).map((point) => ({ day: String(point.time), lift: point.difference, low: point.always_low, high: point.always_high }));
  return (
    <>
      <PageHead title={t('experiments.imported.title')} subtitle={t('experiments.imported.subtitle', { count: standing, all: format.count(read.series.length), experiments: new Set(read.series.map(({ experiment }) => experiment)).size })}>
        <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>{t('experiments.list.all')}</Button>
      </PageHead>
      {read.refused > 0 && <p role="alert" className={styles.refused}>{t('experiments.imported.refused', { count: read.refused, first: read.problems.map((one) => t('experiments.imported.line', { row: one.row, why: refusal(one) }))[0] ?? '' })}</p>}
      <ChartCard title={t('experiments.imported.course')} asked={asked} empty={points.length === 0} height={280}
        finding={series && t('experiments.imported.courseFinding', { series: label(series), control: format.count(series.control), variant: format.count(series.units) })}
        controls={<Select aria-label={t('experiments.imported.choose')} searchable allowDeselect={false} value={chosen} onChange={(next) => next !== null && setChosen(next)} data={read.series.map((one, index) => ({ value: String(index), label: label(one) }))} />}
        option={() => courseOption({ tokens, points, words: { lift: t('experiments.difference'), interval: t('experiments.result.interval') }, write: exact, short: (time) => format.exact(Number(time), 1), long: (time) => t('experiments.imported.after', { days: format.exact(Number(time), 1) }) })}
        points={points.map(({ day, lift, low, high }) => `${day}: ${shown(lift)}, ${shown(low)} … ${shown(high)}`)} note={t('experiments.imported.how')}
        table={{
          columns: [
            { key: 'time', label: t('experiments.imported.time'), numeric: true, show: (value) => format.exact(Number(value), 1) }, { key: 'difference', label: t('experiments.difference'), numeric: true, show: shown }, { key: 'low', label: t('experiments.low'), numeric: true, show: shown },
            { key: 'high', label: t('experiments.high'), numeric: true, show: shown }, { key: 'z', label: t('experiments.result.statistic'), numeric: true, show: z }, { key: 'p', label: t('experiments.pValue'), numeric: true, show: small }, { key: 'always', label: t('experiments.simulations.alwaysP'), numeric: true, show: small },
          ],
          rows: (series?.checkpoints ?? []).map((point) => [point.time, point.difference, point.always_low, point.always_high, point.statistic, point.p_value, point.always_p_value]),
        }} />
      <div className={styles.gap}>
        <ChartCard title={t('experiments.imported.last')} finding={t('experiments.imported.lastFinding', { count: standing, all: read.series.length })} asked={asked} empty={read.series.length === 0} height={400}
          table={{
            columns: [
              { key: 'series', label: t('experiments.imported.one') }, { key: 'units', label: t('experiments.visitors'), numeric: true, show: (value) => format.count(Number(value)) }, { key: 'lift', label: t('experiments.lift'), numeric: true, show: (value) => (typeof value === 'number' ? format.change(value) : '–') },
              { key: 'z', label: t('experiments.result.statistic'), numeric: true, show: z }, { key: 'p', label: t('experiments.pValue'), numeric: true, show: small }, { key: 'always', label: t('experiments.simulations.alwaysP'), numeric: true, show: small },
            ],
            rows: read.series.map((one) => {
              const last = one.checkpoints.at(-1);
              return [label(one), one.control + one.units, last?.lift ?? null, last?.statistic ?? null, last?.p_value ?? null, last?.always_p_value ?? null];
            }),
          }} />
      </div>
    </>
  );
}
