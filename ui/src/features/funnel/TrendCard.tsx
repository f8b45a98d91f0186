import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { Formula } from '../../components/Formula';
import { useFormat, useTokens } from '../../components/Shop';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { trendOption, type TrendPoint } from './options';
import { optionsOf, type Way } from './way';

/** Days, weeks or months of entering, with those of friction marked. */
export function TrendCard({ way }: { way: Way }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const { asked, grain: viewed } = useView();
  const grain = viewed === 'hour' ? 'day' : viewed;
  const query = useAnswer({ kind: 'Funnel', period: asked.period, filters: asked.filters, grain, funnel: optionsOf(way, 'trend') });
  const table = useTable(query);
  const points = useMemo((): (TrendPoint & { entered: number; converted: number })[] => Array.from({ length: table?.size ?? 0 }, (_, row) => {
    const rate = table?.number(row, 'from_first_step') ?? null;
    const friction = table?.text(row, 'friction') === 'true';
    const complete = table?.text(row, 'complete') === 'true';
    const entered = table?.number(row, 'entered') ?? 0;
    const converted = table?.number(row, 'converted') ?? 0;
    const state = friction ? 'friction' : 'normal';
    return {
      bucket: table?.text(row, 'bucket') ?? '', rate, friction, complete, entered, converted,
      rows: [
        { label: t('paths.funnel.rate'), value: format.unit(rate, 'ratio'), color: friction ? tokens.bad : tokens.bar },
        { label: t('paths.funnel.entered'), value: `${format.count(converted)} / ${format.count(entered)}` },
        { label: t(`paths.funnel.${complete ? state : 'unfinished'}`), value: '' },
      ],
    };
  }), [table, t, format, tokens]);
  const below = table?.size ? table.number(0, 'friction_below') : null;
  const option = useCallback(
    (narrow: boolean) => trendOption({
      tokens, narrow, points, below, short: (bucket) => format.bucketShort(bucket, grain), long: (bucket) => format.bucket(bucket, grain),
      axis: (value) => format.axis(value, 'ratio'), words: { below: t('paths.funnel.below', { share: format.unit(below, 'ratio') }) },
    }),
    [tokens, points, below, format, grain, t],
  );
  const friction = points.filter((point) => point.friction);
  const low = friction.reduce<TrendPoint | null>((least, point) => (least === null || (point.rate ?? 1) < (least.rate ?? 1) ? point : least), null);
  return (
    <ChartCard
      title={t('paths.funnel.trend')}
      finding={low ? t('paths.funnel.trendFinding', { count: friction.length, day: format.bucket(low.bucket, grain), share: format.unit(low.rate, 'ratio') }) : t('paths.funnel.trendNone')}
      unit={t('unit.ratio')}
      asked={query}
      empty={points.length === 0}
      height={280}
      option={option}
      legend={[
        { label: t('paths.funnel.normal'), color: tokens.bar },
        ...(friction.length > 0 ? [{ label: t('paths.funnel.friction'), color: tokens.bad }] : []),
        ...(points.some(({ complete }) => !complete) ? [{ label: t('paths.funnel.unfinished'), color: tokens.grid }] : []),
      ]}
      points={points.map((point) => `${format.bucket(point.bucket, grain)}: ${format.unit(point.rate, 'ratio')}${point.friction ? `, ${t('paths.funnel.friction')}` : ''}`)}
      note={<Formula title={t('paths.funnel.trend')} lines={[t('paths.funnel.trendHow')]} />}
      table={{
        columns: [
          { key: 'bucket', label: t('field.day'), show: (value) => format.bucket(String(value), grain) },
          { key: 'entered', label: t('paths.funnel.entered'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'converted', label: t('paths.funnel.last'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'rate', label: t('paths.funnel.rate'), numeric: true, show: (value) => format.unit(Number(value), 'ratio') },
          { key: 'friction', label: t('paths.funnel.friction'), show: (value) => t(`value.${value === true ? 'true' : 'false'}`) },
        ],
        rows: points.map(({ bucket, entered, converted, rate, friction: far }) => [bucket, entered, converted, rate, far]),
      }}
    />
  );
}
