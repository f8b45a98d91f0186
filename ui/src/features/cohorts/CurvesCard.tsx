import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerQuery } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { curvesOption } from './options';
import { meanByAge, type CohortRow } from './triangle';

interface Props {
  query: AnswerQuery;
  rows: readonly CohortRow[];
  title: string;
  unit: 'ratio' | 'money';
  age: (age: number) => string;
  ages: string;
  /** The first point is 100 % by nature and would flatten the rest. */
  skipFirst?: boolean;
}

/** A measure by age: every cohort grey, their mean in colour. */
export function CurvesCard({ query, rows, title, unit, age, ages, skipFirst = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const shown = useMemo(() => (skipFirst ? rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell.age === 0 ? { ...cell, value: null } : cell)) })) : rows), [rows, skipFirst]);
  const mean = useMemo(() => meanByAge(shown), [shown]);
  const full = useCallback((value: number) => format.unit(value, unit), [format, unit]);
  const option = useCallback(
    (narrow: boolean) => curvesOption({
      tokens, narrow, rows: shown, mean, age, full, axis: (value) => format.axis(value, unit),
      words: { mean: t('paths.cohorts.mean'), people: t('paths.cohorts.size'), count: (people) => format.count(people) },
    }),
    [tokens, shown, mean, age, full, format, unit, t],
  );
  const last = mean.at(-1);
  return (
    <ChartCard
      title={title}
      finding={last ? t('paths.cohorts.triangleFinding', { value: full(last.value), age: age(last.age), count: format.count(last.people) as never }) : null}
      aside={ages}
      asked={query}
      empty={mean.length === 0}
      height={260}
      option={option}
      legend={[{ label: t('paths.cohorts.mean'), color: tokens.accent, shape: 'line' }, { label: t('paths.cohorts.each'), color: tokens.rest, shape: 'line' }]}
      points={mean.map((point) => `${age(point.age)}: ${full(point.value)}`)}
      table={{
        columns: [
          { key: 'age', label: ages, numeric: true },
          { key: 'mean', label: t('paths.cohorts.mean'), numeric: true, show: (value) => full(Number(value)) },
          { key: 'people', label: t('paths.cohorts.size'), numeric: true, show: (value) => format.count(Number(value)) },
        ],
        rows: mean.map((point) => [point.age, point.value, point.people]),
      }}
    />
  );
}
