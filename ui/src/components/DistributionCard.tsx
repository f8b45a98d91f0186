import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { useAnswer } from '../api/queries';
import { className, classBound, type ClassWords } from '../lib/classes';
import { comparedDays } from '../lib/period';
import { histogramOption } from '../lib/plots';
import { change } from '../lib/series';
import { ChartCard } from './ChartCard';
import { useFormat, useTokens } from './Shop';
import { useTable } from './useTable';
import { useView } from './useView';
import { useWords } from './useWords';
import styles from './DistributionCard.module.css';

export type QuantityName = NonNullable<components['schemas']['DistributionOptions']['quantity']>;

const percentiles = ['p10', 'p25', 'p50', 'p75', 'p90', 'p95', 'p99'] as const;

interface Props {
  quantity: QuantityName;
  title: string;
  /** What to say, of texts that are written as the reader writes them. */
  finding: (said: { median: string; mean: string; p90: string; n: string }) => string;
  /** How the quantity is counted. */
  how: string;
}

/** How a quantity is spread over orders or sessions: a histogram, and under it the percentiles. */
export function DistributionCard({ quantity, title, finding, how }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const view = useView();
  const { asked } = view;
  const said = useWords();
  const base = { kind: 'Distribution', distribution: { quantity }, filters: asked.filters, comparison: 'none' } as const;
  const query = useAnswer({ ...base, period: asked.period });
  const table = useTable(query);
  const before = comparedDays(asked.period, asked.comparison);
  const earlier = useTable(useAnswer({ ...base, period: before ?? asked.period }, before !== null));
  const unit = table?.unit('mean') ?? null;
  const words = useMemo((): ClassWords => ({
    days: (days) => t('spread.days', { days }), hours: (hours) => t('spread.hours', { hours }), underHour: t('spread.underHour'), andMore: (low) => t('spread.andMore', { low }),
  }), [t]);
  const classes = useMemo(
    () => Array.from({ length: table?.size ?? 0 }, (_, row) => ({
      low: table?.number(row, 'low') ?? 0, high: table?.number(row, 'high') ?? null, count: table?.number(row, 'count') ?? 0,
      name: className(table?.number(row, 'low') ?? 0, table?.number(row, 'high') ?? null, unit, format, words),
    })),
    [table, unit, format, words],
  );
  const n = table?.number(0, 'n') ?? 0;
  const median = table?.number(0, 'p50') ?? 0;
  const middle = classes.findIndex(({ low, high }) => median >= low && (high === null || median < high));
  const full = useCallback((index: number) => {
    const count = classes[index]?.count ?? 0;
    return `${format.count(count)} (${format.ratio(n > 0 ? count / n : 0)})`;
  }, [classes, n, format]);
  const word = t('spread.count');
  const option = useCallback(
    (narrow: boolean) => histogramOption({ tokens, narrow, classes: classes.map(({ name }) => name), short: classes.map(({ low, name }) => (unit === 'money' ? classBound(low, unit, format, words) : name)), counts: classes.map(({ count }) => count), middle, axis: (value) => format.compact(value), full, word }),
    [tokens, classes, middle, format, full, word, unit, words],
  );
  const shown = (figure: string) => classBound(table?.number(0, figure) ?? 0, unit === 'count' && figure !== 'mean' ? 'mean' : unit, format, words);
  const moved = (figure: string) => {
    const by = before === null ? null : change(table?.number(0, figure), earlier?.number(0, figure));
    return by === null ? null : <dd data-moved title={said.than(view)}>{format.change(by)}</dd>;
  };
  return (
    <ChartCard
      title={title}
      finding={n > 0 ? finding({ median: shown('p50'), mean: shown('mean'), p90: shown('p90'), n: format.count(n) }) : null}
      asked={query}
      empty={n === 0}
      height={220}
      option={option}
      legend={[{ label: t('spread.median'), color: tokens.fill }, { label: t('spread.others'), color: tokens.bar }]}
      aside={`n = ${format.count(n)}`}
      points={classes.map(({ name }, index) => `${name}: ${full(index)}`)}
      note={
        <>
          <dl className={styles.percentiles}>
            {percentiles.map((percentile) => (
              <div key={percentile}><dt title={t('spread.percentile', { share: format.ratio(Number(percentile.slice(1)) / 100, 0) })}>{percentile}</dt><dd>{shown(percentile)}</dd>{moved(percentile)}</div>
            ))}
            <div><dt>{t('spread.mean')}</dt><dd>{shown('mean')}</dd>{moved('mean')}</div>
          </dl>
          <span className={styles.how}>{how}{before !== null && ` (± % ${said.than(view)})`}</span>
        </>
      }
      table={{
        columns: [
          { key: 'class', label: t('spread.class') },
          { key: 'count', label: word, numeric: true, bar: 'count', show: (value) => format.count(Number(value)) },
          { key: 'share', label: t('spread.share'), numeric: true, show: (value) => format.ratio(Number(value)) },
        ],
        rows: classes.map(({ name, count }) => [name, count, n > 0 ? count / n : 0]),
      }}
    />
  );
}
