import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../api/queries';
import { CardState } from '../../components/CardState';
import { Change } from '../../components/Change';
import { MetricInfo } from '../../components/MetricInfo';
import { useFormat } from '../../components/Shop';
import { Sparkline } from '../../components/Sparkline';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { change } from '../../lib/series';
import { isKpi, kpis, useTotals, useTrend, type Kpi } from './useHome';
import styles from './Home.module.css';

export function useChosenMetric(): [Kpi, (metric: Kpi) => void] {
  const { metric } = useSearch({ strict: false }) as { metric?: string };
  const navigate = useNavigate();
  const choose = (next: Kpi) =>
    void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, metric: next }), resetScroll: false } as never);
  return [isKpi(metric) ? metric : 'revenue', choose];
}

/** Six figures, each with its change and its course; a click shows it in the chart below. */
export function KpiStrip() {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const view = useView();
  const { query, table } = useTotals();
  const trend = useTrend().table;
  const directions = new Map(useCatalogue().data?.metrics.map(({ name, direction }) => [name, direction]));
  const [chosen, choose] = useChosenMetric();
  return (
    <section className={styles.strip} aria-label={t('home.kpis')}>
      <CardState title={t('home.kpis')} asked={query} empty={false} height={132}>
        <ul className={styles.kpis}>
          {kpis.map((metric) => {
            const name = words.metric(metric);
            const value = table?.number(0, metric);
            const moved = change(value, table?.number(0, `${metric}_previous`));
            return (
              <li key={metric} data-chosen={metric === chosen}>
                <div className={styles.kpiHead}>
                  <button type="button" className={styles.kpi} aria-pressed={metric === chosen} title={t('home.chartThis', { metric: name })}
                    onClick={() => choose(metric)}>
                    {name}
                  </button>
                  <MetricInfo metric={metric} />
                </div>
                <p className={styles.figure}>{format.unit(value, table?.unit(metric), true)}</p>
                <p className={styles.change}>
                  {view.comparison !== 'none' && (
                    <>
                      <Change value={moved} direction={directions.get(metric) ?? 'up'} />
                      {moved !== null && <span>{words.than(view)}</span>}
                    </>
                  )}
                </p>
                <Sparkline values={trend?.numbers(metric) ?? []} />
              </li>
            );
          })}
        </ul>
      </CardState>
    </section>
  );
}
