import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../api/queries';
import { FlowCard } from './FlowCard';
import { Formula } from './Formula';
import { useTable } from './useTable';
import { useView } from './useView';
import type { Move } from '../lib/flow';

/** Steps of a session that are looked at. */
export const LENGTH = 5;
const TOLD_APART = 12;
/** What the server calls all steps that are not among the commonest. */
const OTHER = '*';

interface Props {
  /** How steps are called: by what happens, or by pages. */
  label: 'types' | 'pages';
  /** The step that ways lead from or to; none for the session's start. */
  anchor?: string | undefined;
  direction?: 'from' | 'to';
}

/** The name of a step in the reader's language. */
export function useStep(): (name: string) => string {
  const { t } = useTranslation();
  const known = useMemo(() => t('paths.type', { returnObjects: true }) as Record<string, string>, [t]);
  return useCallback((name: string) => (name === OTHER ? t('paths.journeys.other') : (known[name] ?? name)), [known, t]);
}

/** How many sessions of the view go from which step to which. Needs the texts of `paths`. */
export function WaysCard({ label, anchor, direction = 'from' }: Props) {
  const { t } = useTranslation();
  const { asked } = useView();
  const step = useStep();
  const paths = { label, length: LENGTH, show: 'moves', ...(anchor ? { anchor, direction } : {}) } as const;
  const moves = useAnswer({ kind: 'Paths', period: asked.period, filters: asked.filters, limit: TOLD_APART, paths });
  const table = useTable(moves);
  const list = useMemo(() => Array.from({ length: table?.size ?? 0 }, (_, row): Move => ({
    position: table?.number(row, 'position') ?? 0, from: table?.text(row, 'from_step') ?? '', to: table?.text(row, 'to_step') ?? null,
    count: table?.number(row, 'sessions') ?? 0, seconds: table?.number(row, 'median_seconds') ?? null,
  })), [table]);
  const strongest = list[0];
  return (
    <FlowCard title={t('paths.journeys.flow')} asked={moves} moves={list} step={step} unit={t('metric.sessions.label')}
      finding={strongest ? t('paths.journeys.flowFinding', { from: step(strongest.from), to: strongest.to === null ? t('flow.end') : step(strongest.to), count: strongest.count }) : null}
      note={<Formula title={t('paths.journeys.flow')} lines={[t('paths.journeys.how1'), t('paths.journeys.how2')]} />} />
  );
}
