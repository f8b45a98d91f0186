import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerQuery } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { Formula } from '../../components/Formula';
import { useFormat, useTokens } from '../../components/Shop';
import { useTable } from '../../components/useTable';
import type { Cell } from '../../lib/csv';
import { stepsOption } from './options';
import { useStepWords } from './useWay';
import type { Way } from './way';

export interface Taken {
  label: string;
  required: boolean;
  entered: number;
  converted: number | null;
  left: number | null;
  open: number | null;
  fromPrevious: number | null;
  fromFirst: number | null;
  median: number | null;
  enteredBefore: number | null;
  fromFirstBefore: number | null;
}

/** The answer of the steps, one by one. */
export function useTaken(query: AnswerQuery, way: Way): Taken[] {
  const words = useStepWords();
  const table = useTable(query);
  return useMemo(() => {
    const number = (row: number, column: string) => (table?.has(column) ? table.number(row, column) : null);
    return Array.from({ length: table?.size ?? 0 }, (_, row): Taken => {
      const step = way.steps[row];
      return {
        label: step ? words.step(step) : words.type(table?.text(row, 'event_type') ?? ''),
        required: table?.text(row, 'mode') === 'required',
        entered: number(row, 'entered') ?? 0, converted: number(row, 'converted'), left: number(row, 'left'), open: number(row, 'still_open'),
        fromPrevious: number(row, 'from_previous_step'), fromFirst: number(row, 'from_first_step'), median: number(row, 'median_seconds'),
        enteredBefore: number(row, 'entered_previous'), fromFirstBefore: number(row, 'from_first_step_previous'),
      };
    });
  }, [table, way, words]);
}

/** After which required step most leave. */
export function worst(taken: readonly Taken[]): { label: string; share: number } | null {
  const losing = taken.filter(({ required, left, entered }) => required && left !== null && entered > 0).map(({ label, left, entered }) => ({ label, share: left! / entered }));
  return losing.reduce<{ label: string; share: number } | null>((top, loss) => (top === null || loss.share > top.share ? loss : top), null);
}

/** Columns of the steps: who took each, who left before it, who may still come. */
export function StepsCard({ query, way, taken }: { query: AnswerQuery; way: Way; taken: readonly Taken[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useStepWords();
  const share = useCallback((value: number | null) => format.unit(value, 'ratio'), [format]);
  const columns = useMemo(() => {
    let before: Taken | null = null;
    return taken.map((step) => {
      const lost = step.required && before ? { left: before.left ?? 0, open: before.open ?? 0 } : { left: 0, open: 0 };
      if (step.required) before = step;
      const rows = [
        { label: t('paths.funnel.continues'), value: format.count(step.entered), color: step.required ? tokens.fill : tokens.previous },
        { label: t('paths.funnel.fromPrevious'), value: share(step.fromPrevious) },
        { label: t('paths.funnel.fromFirst'), value: share(step.fromFirst) },
        ...(step.fromFirstBefore === null ? [] : [{ label: t('paths.funnel.before'), value: share(step.fromFirstBefore) }]),
        ...(lost.left > 0 ? [{ label: t('paths.funnel.left'), value: format.count(lost.left), color: tokens.bar }] : []),
        ...(lost.open > 0 ? [{ label: t('paths.funnel.open'), value: format.count(lost.open), color: tokens.grid }] : []),
        ...(step.median === null ? [] : [{ label: t('paths.funnel.median'), value: words.time(step.median) }]),
      ];
      return { ...step, ...lost, count: format.compact(step.entered), share: step === taken[0] ? '' : share(step.fromPrevious), rows };
    });
  }, [taken, t, format, tokens, share, words]);
  const option = useCallback((narrow: boolean) => stepsOption({ tokens, narrow, steps: columns }), [tokens, columns]);
  const loss = worst(taken);
  const compared = taken.some(({ enteredBefore }) => enteredBefore !== null);
  const count = (value: Cell) => format.unit(value === null ? null : Number(value), 'count');
  const ratio = (value: Cell) => share(value === null ? null : Number(value));
  return (
    <ChartCard
      title={t('paths.funnel.way')}
      finding={loss && t('paths.funnel.wayFinding', { share: format.ratio(loss.share), step: loss.label })}
      unit={t(`paths.funnel.who.${way.entity}`)}
      asked={query}
      empty={(taken[0]?.entered ?? 0) === 0}
      height={300}
      option={option}
      legend={[
        { label: t('paths.funnel.continues'), color: tokens.fill },
        { label: t('paths.funnel.left'), color: tokens.bar, shape: 'hatch' },
        ...(columns.some(({ open }) => (open ?? 0) > 0) ? [{ label: t('paths.funnel.open'), color: tokens.grid }] : []),
        ...(columns.some(({ required }) => !required) ? [{ label: t('paths.funnel.optional'), color: tokens.previous }] : []),
      ]}
      points={columns.map(({ label, rows }) => `${label}: ${rows.map((row) => `${row.label} ${row.value}`).join(', ')}`)}
      note={<Formula title={t('paths.funnel.way')} lines={[t('paths.funnel.wayHow1'), t('paths.funnel.wayHow2'), t('paths.funnel.wayHow3'), ...(way.entity === 'cart' ? [t('paths.funnel.cartHow')] : [])]} />}
      table={{
        columns: [
          { key: 'step', label: t('paths.funnel.step') },
          { key: 'entered', label: t('paths.funnel.entered'), numeric: true, show: count },
          { key: 'from_previous', label: t('paths.funnel.fromPrevious'), numeric: true, show: ratio },
          { key: 'from_first', label: t('paths.funnel.fromFirst'), numeric: true, show: ratio },
          { key: 'converted', label: t('paths.funnel.wentOn'), numeric: true, show: count },
          { key: 'left', label: t('paths.funnel.leftAfter'), numeric: true, show: count },
          { key: 'open', label: t('paths.funnel.stillOpen'), numeric: true, show: count },
          { key: 'median', label: t('paths.funnel.median'), numeric: true, show: (value) => (value === null ? '–' : words.time(Number(value))) },
          ...(compared ? [{ key: 'before', label: t('paths.funnel.before'), numeric: true, show: count }, { key: 'first_before', label: `${t('paths.funnel.fromFirst')} (${t('paths.funnel.before')})`, numeric: true, show: ratio }] : []),
        ],
        rows: taken.map((step) => [step.label, step.entered, step.fromPrevious, step.fromFirst, step.converted, step.left, step.open, step.median, ...(compared ? [step.enteredBefore, step.fromFirstBefore] : [])]),
      }}
    />
  );
}
