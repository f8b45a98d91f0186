import { SegmentedControl, Select } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import cards from '../../components/Cards.module.css';
import { ChartCard } from '../../components/ChartCard';
import { Formula } from '../../components/Formula';
import { PageHead } from '../../components/PageHead';
import { useFormat, useTokens } from '../../components/Shop';
import { useChoice } from '../../components/useChoice';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { ViewControls } from '../../components/ViewControls';
import { CurvesCard } from './CurvesCard';
import { triangleOption, sizesOption } from './options';
import { cohortsOf, meanByAge, measures, startOf, type CohortRow } from './triangle';
import styles from './Cohorts.module.css';

/** Fewer cohorts than this show no pattern: a shorter period is stretched back. */
const LEAST = 12;

/** Whether people come back, and what they are worth. */
export function CohortsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const { asked } = useView();
  const [beginning, setBeginning] = useChoice('cohort', ['first_visit', 'first_purchase']);
  const [grain, setGrain] = useChoice('every', ['week', 'month']);
  const [measure, setMeasure] = useChoice('measure', [...measures]);
  const stretched = startOf(asked.period.to, grain, LEAST);
  const period = { ...asked.period, from: stretched < asked.period.from ? stretched : asked.period.from };
  const query = useAnswer({ kind: 'Cohort', grain, period, filters: asked.filters, cohort: { beginning } });
  const table = useTable(query);
  const rows = useMemo(() => cohortsOf(table, measure), [table, measure]);
  const kept = useMemo(() => cohortsOf(table, beginning === 'first_purchase' ? 'buyer_retention' : 'retention'), [table, beginning]);
  const mean = useMemo(() => meanByAge(kept), [kept]);

  const money = measure === 'ltv';
  const full = useCallback((value: number | null) => format.unit(value, money ? 'money' : 'ratio'), [format, money]);
  const cell = useCallback((value: number) => (money ? format.axis(value, 'money') : format.ratio(value, value >= 0.1 ? 0 : 1)), [format, money]);
  const name = useCallback((row: CohortRow) => (grain === 'month' ? format.month(row.cohort) : format.day(row.cohort)), [grain, format]);
  const age = useCallback((count: number) => t(`paths.cohorts.age.${grain}`, { count }), [t, grain]);
  const words = useMemo(() => ({ value: t(`paths.cohorts.measures.${measure}`), size: t('paths.cohorts.size'), unfinished: t('paths.cohorts.unfinished'), count: (size: number) => format.count(size) }), [t, measure, format]);
  const option = useCallback(
    (narrow: boolean) => triangleOption({ tokens, narrow, rows, name, age, full, cell, skipFirst: !money, words }),
    [tokens, rows, name, age, full, cell, money, words],
  );
  const sizes = useCallback((narrow: boolean) => sizesOption({ tokens, narrow, rows, name, axis: (value) => format.axis(value, 'count'), full: (value) => format.count(value), word: t('paths.cohorts.size') }), [tokens, rows, name, format, t]);
  const first = mean.find((point) => point.age === 1);
  const greatest = rows.reduce<CohortRow | null>((top, row) => (top === null || row.size > top.size ? row : top), null);
  const shownMean = useMemo(() => meanByAge(rows), [rows]);
  const later = shownMean.at(-1);
  return (
    <>
      <PageHead title={t('paths.cohorts.title')}
        subtitle={first ? t(`paths.cohorts.finding.${beginning}.${grain}`, { share: format.ratio(first.value), count: format.count(first.people) as never }) : t('paths.cohorts.subtitle')} />
      <ViewControls compares={false} />
      <div className={styles.choices}>
        <SegmentedControl size="sm" aria-label={t('paths.cohorts.beginning')} value={beginning} onChange={(value) => setBeginning(value as typeof beginning)}
          data={(['first_visit', 'first_purchase'] as const).map((value) => ({ value, label: t(`paths.cohorts.beginnings.${value}`) }))} />
        <SegmentedControl size="sm" aria-label={t('paths.cohorts.every')} value={grain} onChange={(value) => setGrain(value as typeof grain)}
          data={(['week', 'month'] as const).map((value) => ({ value, label: t(`paths.cohorts.grain.${value}`) }))} />
        <Select size="sm" w={240} aria-label={t('paths.cohorts.measure')} value={measure} allowDeselect={false} onChange={(value) => setMeasure(value as typeof measure)}
          data={measures.map((value) => ({ value, label: t(`paths.cohorts.measures.${value}`) }))} />
      </div>
      <div className={cards.page}>
        <ChartCard
          title={t(`paths.cohorts.measures.${measure}`)}
          finding={later ? t('paths.cohorts.triangleFinding', { value: full(later.value), age: age(later.age), count: format.count(later.people) as never }) : null}
          aside={t(`paths.cohorts.ages.${grain}`)}
          asked={query}
          empty={rows.length === 0}
          height={Math.max(220, 44 + rows.length * 24)}
          option={option}
          legend={[{ label: t('paths.cohorts.less'), color: tokens.sequential[0]! }, { label: t('paths.cohorts.more'), color: tokens.sequential.at(-1)! }, { label: t('paths.cohorts.unfinished'), color: tokens.bar, shape: 'hatch' }]}
          points={rows.flatMap((row) => row.cells.map((one) => `${name(row)}, ${age(one.age)}: ${full(one.value)}${one.complete ? '' : `, ${t('paths.cohorts.unfinished')}`}`))}
          note={<>
            {stretched < asked.period.from && <span>{t(`paths.cohorts.stretched.${grain}`)} </span>}
            <Formula title={t(`paths.cohorts.measures.${measure}`)} lines={[t(`paths.cohorts.how.${measure}`), t('paths.cohorts.howCells')]} />
          </>}
          table={{
            columns: [
              { key: 'cohort', label: t('paths.cohorts.cohort'), show: (value) => format.day(String(value), 'long') },
              { key: 'size', label: t('paths.cohorts.size'), numeric: true, show: (value) => format.count(Number(value)) },
              { key: 'age', label: t(`paths.cohorts.ages.${grain}`), numeric: true },
              { key: 'value', label: t(`paths.cohorts.measures.${measure}`), numeric: true, show: (value) => full((value ?? null) as number | null) },
              { key: 'complete', label: t('paths.cohorts.complete'), show: (value) => t(`value.${value === true ? 'true' : 'false'}`) },
            ],
            rows: rows.flatMap(({ cohort, size, cells }) => cells.map((one) => [cohort, size, one.age, one.value, one.complete])),
          }}
        />
        <div className={cards.halves}>
          <CurvesCard query={query} rows={kept} title={t('paths.cohorts.curves')} unit="ratio" age={age} ages={t(`paths.cohorts.ages.${grain}`)} skipFirst />
          <CurvesCard query={query} rows={useMemo(() => cohortsOf(table, 'ltv'), [table])} title={t('paths.cohorts.ltv')} unit="money" age={age} ages={t(`paths.cohorts.ages.${grain}`)} />
        </div>
        <ChartCard
          title={t('paths.cohorts.sizes')}
          finding={greatest ? t('paths.cohorts.sizesFinding', { cohort: name(greatest), count: format.count(greatest.size) as never }) : null}
          unit={t('paths.cohorts.people')}
          asked={query}
          empty={rows.length === 0}
          height={220}
          option={sizes}
          points={rows.map((row) => `${name(row)}: ${format.count(row.size)}`)}
          table={{
            columns: [{ key: 'cohort', label: t('paths.cohorts.cohort'), show: (value) => format.day(String(value), 'long') }, { key: 'size', label: t('paths.cohorts.size'), numeric: true, show: (value) => format.count(Number(value)) }],
            rows: rows.map(({ cohort, size }) => [cohort, size]),
          }}
        />
      </div>
    </>
  );
}
