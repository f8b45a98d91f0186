import { SegmentedControl, Select } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { useStepWords } from './useWay';
import { optionsOf, type Way } from './way';
import styles from './Funnel.module.css';

const SHOWN = 100;

/** The visitors of a step, or those who did not get there. */
export function VisitorsCard({ way }: { way: Way }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useStepWords();
  const { asked } = useView();
  const search = useSearch({ strict: false }) as { at?: string; lost?: string };
  const navigate = useNavigate();
  const chosen = Number(search.at);
  const step = Number.isInteger(chosen) && chosen >= 1 && chosen <= way.steps.length ? chosen : way.steps.length;
  const lost = search.lost === 'yes' && step > 1;
  const change = (part: { at?: string; lost?: string }) =>
    void navigate({ to: '.', replace: true, resetScroll: false, search: (before: Record<string, unknown>) => ({ ...before, ...part }) } as never);
  const query = useAnswer({ kind: 'Funnel', period: asked.period, filters: asked.filters, limit: SHOWN, funnel: optionsOf(way, 'visitors', { step, lost }) });
  const table = useTable(query);
  const rows = Array.from({ length: table?.size ?? 0 }, (_, row) => ['visitor_id', 'entered_at', 'reached_at'].map((column) => table?.text(row, column) ?? null));
  const instant = (value: unknown) => (value ? format.instant(String(value)) : '–');
  const left = query.data?.meta.notes.find(({ code }) => code === 'rows_left_out')?.count ?? 0;
  return (
    <div>
      <div className={styles.pick}>
        <Select size="sm" w={220} label={t('paths.funnel.pickStep')} value={String(step)} allowDeselect={false} onChange={(at) => change({ at: at ?? undefined })}
          data={way.steps.map((one, index) => ({ value: String(index + 1), label: `${index + 1}. ${words.step(one)}` }))} />
        <SegmentedControl size="sm" aria-label={t('paths.funnel.visitors')} value={lost ? 'yes' : 'no'} disabled={step === 1} onChange={(value) => change({ lost: value === 'yes' ? 'yes' : undefined })}
          data={[{ value: 'no', label: t('paths.funnel.took') }, { value: 'yes', label: t('paths.funnel.lost') }]} />
      </div>
      <ChartCard
        title={t('paths.funnel.visitors')}
        finding={t(lost ? 'paths.funnel.lostFinding' : 'paths.funnel.visitorsFinding', { count: rows.length })}
        asked={query}
        empty={rows.length === 0}
        height={320}
        note={left > 0 ? t('chart.leftOut', { count: left }) : undefined}
        table={{
          columns: [
            { key: 'visitor_id', label: t('paths.funnel.visitor'), show: (value) => (value ? <Link to={'/journeys' as never} search={{ visitor: String(value) } as never} aria-label={t('paths.funnel.openJourney', { visitor: String(value) })}>{String(value)}</Link> : '–') },
            { key: 'entered_at', label: t('paths.funnel.enteredAt'), oneLine: true, show: instant },
            { key: 'reached_at', label: t('paths.funnel.reachedAt'), oneLine: true, show: instant },
          ],
          rows,
        }}
      />
    </div>
  );
}
