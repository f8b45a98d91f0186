import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { weekday } from '../../lib/period';
import { spreadOption } from '../../lib/plots';
import { spread, type Spread } from '../../lib/series';

const week = [1, 2, 3, 4, 5, 6, 7];

/** Visitors of each Monday, each Tuesday and so on: how many there are as a rule, and how far the days lie apart. */
export function WeekdaysCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const { asked } = useView();
  const query = useAnswer({ kind: 'Trend', metrics: ['visitors'], grain: 'day', period: asked.period, filters: asked.filters, comparison: 'none' });
  const table = useTable(query);
  const spreads = useMemo(() => {
    const byDay = week.map((): number[] => []);
    table?.texts('bucket').forEach((day, row) => byDay[weekday(day ?? '') - 1]?.push(table.number(row, 'visitors') ?? 0));
    return byDay.map(spread);
  }, [table]);
  const words = useMemo(() => ({ median: t('traffic.median'), middle: t('traffic.middle'), range: t('traffic.range'), n: t('traffic.days') }), [t]);
  const option = useCallback(
    (narrow: boolean) => spreadOption({ tokens, narrow, names: week.map((day) => format.weekday(day)), spreads, axis: (value) => format.axis(value, 'count'), full: (value) => format.count(value), words }),
    [tokens, format, spreads, words],
  );
  const known = spreads.flatMap((one, index) => (one ? [{ day: index + 1, ...one }] : []));
  const most = known.reduce<(Spread & { day: number }) | undefined>((top, one) => (one.median > (top?.median ?? -1) ? one : top), undefined);
  const least = known.reduce<(Spread & { day: number }) | undefined>((low, one) => (one.median < (low?.median ?? Infinity) ? one : low), undefined);
  const figure = (key: string, label: string) => ({ key, label, numeric: true, show: (value: unknown) => format.unit((value ?? null) as number | null, 'count') });
  return (
    <ChartCard
      title={t('traffic.weekdays')}
      finding={most && least ? t('traffic.weekdaysFinding', { best: format.weekday(most.day, 'long'), most: format.count(most.median), least: format.weekday(least.day, 'long'), few: format.count(least.median) }) : null}
      asked={query}
      empty={known.every((one) => one.most === 0)}
      height={260}
      option={option}
      legend={[{ label: words.median, color: tokens.accent, shape: 'line' }, { label: words.middle, color: tokens.bar }, { label: words.range, color: tokens.control, shape: 'line' }]}
      points={known.map(({ day, median, low, high, n }) => `${format.weekday(day, 'long')}: ${words.median} ${format.count(median)}, ${words.middle} ${format.count(low)} – ${format.count(high)}, n = ${n}`)}
      table={{
        columns: [
          { key: 'weekday', label: t('field.weekday'), show: (value) => format.weekday(Number(value), 'long') },
          figure('least', t('traffic.lowest')), figure('low', t('traffic.quartile1')), figure('median', words.median), figure('high', t('traffic.quartile3')), figure('most', t('traffic.highest')),
          { key: 'n', label: 'n', numeric: true },
        ],
        rows: known.map(({ day, least: a, low, median, high, most: b, n }) => [day, a, low, median, high, b, n]),
      }}
    />
  );
}
