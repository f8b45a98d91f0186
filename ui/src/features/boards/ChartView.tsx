import { useMemo } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { MetricName } from '../../api/client';
import type { Table } from '../../api/table';
import { ChartCard } from '../../components/ChartCard';
import type { Asked as CardAsked } from '../../components/CardState';
import { MetricInfo } from '../../components/MetricInfo';
import { useWords } from '../../components/useWords';
import type { FilterField } from '../../lib/search';
import type { LogChart } from './logCharts';
import { LogFormula } from './LogFormula';
import { fieldName } from './ownDisplay';
import { overTime, type Asked, type FullPlan } from './plan';
import { useChart } from './useChart';
import { useDisplay } from './useDisplay';
import styles from './Boards.module.css';

/** What a chart is called that nobody gave a name: what it shows, in the reader's language. */
export function useTitle(): (name: string, plan: FullPlan) => string {
  const { t, i18n } = useTranslation();
  const words = useWords();
  return useMemo(() => (name, plan) => {
    const list = (all: string[]) => new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(all);
    if (name !== '') return name;
    if (plan.logs !== null) return logTitle(plan, t);
    const [first, last] = [plan.metrics[0], plan.metrics.at(-1)];
    if (!first || !last) return t('boards.build');
    const metrics = list(plan.metrics.map((metric) => words.metric(metric)));
    if (plan.drawing === 'funnel') return t('boards.title.way', { first: words.metric(first), last: words.metric(last) });
    if (overTime(plan)) return t('boards.title.over', { metrics });
    if (plan.by.length === 0) return t('boards.title.plain', { metrics });
    return t('boards.title.by', { metrics, dimensions: list(plan.by.map((field) => t(`field.${field as FilterField}`))) });
  }, [t, i18n.language, words]);
}

function logTitle({ logs, log_count: count }: FullPlan, t: TFunction): string {
  const field = count?.field ? fieldName(count.field, t) : null;
  const title = logs === 'over_time' && field !== null ? t('boards.logs.title.over_time_by', { field }) : t(`boards.logs.title.${logs!}`, { field: field ?? '' });
  return count?.search ? `${title}: ${count.search}` : title;
}

/** The figures of the catalogue that a chart of logs shows. */
const LOG_METRICS: Record<LogChart, readonly MetricName[]> = { per_hour: ['logs', 'errors'], top_messages: ['errors'], amounts: [], over_time: ['logs'], top_values: ['logs'], ranges: ['logs'] };

interface AnsweredProps {
  name: string;
  plan: FullPlan;
  view: Asked;
  height: number;
  asked: CardAsked;
  main: Table | null;
  totals: Table | null;
  /** Whether formulas are one click away; a page elsewhere has no pages to lead to. */
  plain?: boolean;
}

/** A chart whose figures are there already. */
export function AnsweredChart({ name, plan, view, height, asked, main, totals, plain = false }: AnsweredProps) {
  const { t } = useTranslation();
  const title = useTitle()(name, plan);
  const { finding, unit, empty, legend, option, points, table, note, refused } = useDisplay(plan, view, main, totals);
  return (
    <ChartCard title={title} finding={finding} unit={unit} legend={legend} asked={asked} empty={empty || refused !== undefined} height={height}
      table={table} option={option} points={points}
      emptyState={refused === undefined ? undefined : <p className={styles.refused} role="note">{refused}</p>}
      note={note || !plain ? (
        <span className={styles.formulas}>
          {note && <span>{note}</span>}
          {!plain && plan.logs === 'amounts' && <LogFormula name={t('boards.logs.transactions')} formula={t('boards.logs.amountsFormula')} />}
          {!plain && [...plan.metrics, ...(plan.logs === null ? [] : LOG_METRICS[plan.logs])].map((metric) => <MetricInfo key={metric} metric={metric} />)}
        </span>
      ) : undefined} />
  );
}

/** A chart that asks for its figures itself. */
export function ChartView({ name, plan, view, height }: { name: string; plan: FullPlan; view: Asked; height: number }) {
  const { asked, main, totals } = useChart(plan, view);
  return <AnsweredChart name={name} plan={plan} view={view} height={height} asked={asked} main={main} totals={totals} />;
}
