import { useMemo } from 'react';
import { useLogChart } from '../../api/boards';
import { useAnswer } from '../../api/queries';
import { Table } from '../../api/table';
import type { Asked as CardAsked } from '../../components/CardState';
import { isOwn, questionsOf, splitOverTime, type Asked, type FullPlan } from './plan';

export interface Drawn {
  asked: CardAsked;
  main: Table | null;
  totals: Table | null;
}

const NOTHING = { kind: 'Totals' as const };

/** Asks what a plan wants to know: for lines by a dimension first which ones, then each of them by day. */
export function useChart(plan: FullPlan, asked: Asked, enabled = true): Drawn {
  const first = useMemo(() => questionsOf(plan, asked, null), [plan, asked]);
  const strongest = useAnswer(first.strongest ?? NOTHING, enabled && first.strongest !== null);
  const lines = useMemo(() => {
    if (first.strongest === null || !strongest.data || strongest.isPlaceholderData) return null;
    const table = new Table(strongest.data);
    return table.texts(table.dimension).flatMap((text) => (text === null ? [] : [text]));
  }, [first.strongest, strongest.data, strongest.isPlaceholderData]);
  const questions = useMemo(() => (first.strongest === null ? first : questionsOf(plan, asked, lines)), [first, plan, asked, lines]);
  const main = useAnswer(questions.main ?? NOTHING, enabled && questions.main !== null);
  const totals = useAnswer(questions.totals ?? NOTHING, enabled && questions.totals !== null);
  const own = isOwn(plan);
  const counted = useLogChart({ plan, from: asked.period.from, to: asked.period.to, filters: asked.filters }, enabled && own);
  const none = splitOverTime(plan) && lines !== null && lines.length === 0;
  const asking = none ? strongest : main;
  const shown = own ? counted : asking;
  // While other figures are on their way, the old ones do not fit the new drawing.
  const data = enabled && shown.data && !shown.isPlaceholderData ? shown.data : undefined;
  const failed = own ? counted.error : (strongest.error ?? main.error);
  return {
    asked: { data, error: failed, isFetching: shown.isFetching, dataUpdatedAt: shown.dataUpdatedAt, refetch: () => Promise.all([own && counted.refetch(), first.strongest && strongest.refetch(), questions.main && main.refetch()]) },
    main: useMemo(() => (data ? new Table(data) : null), [data]),
    totals: useMemo(() => (totals.data && questions.totals && !totals.isPlaceholderData ? new Table(totals.data) : null), [totals.data, totals.isPlaceholderData, questions.totals]),
  };
}
