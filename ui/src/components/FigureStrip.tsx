import { useTranslation } from 'react-i18next';
import type { MetricName } from '../api/client';
import { useAnswer, useCatalogue } from '../api/queries';
import { change } from '../lib/series';
import { CardState } from './CardState';
import { Change } from './Change';
import { MetricInfo } from './MetricInfo';
import { useFormat } from './Shop';
import { useTable } from './useTable';
import { useView } from './useView';
import { useWords } from './useWords';
import styles from './FigureStrip.module.css';

/** The totals of the period by metric, asked once for all who need them. */
export function useFigures(metrics: readonly MetricName[]) {
  const { asked } = useView();
  const query = useAnswer({ kind: 'Totals', metrics: [...metrics], ...asked });
  return { query, table: useTable(query) };
}

/** Some figures of the period, each with its change and its formula one click away. */
export function FigureStrip({ metrics }: { metrics: readonly MetricName[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const view = useView();
  const { query, table } = useFigures(metrics);
  const directions = new Map(useCatalogue().data?.metrics.map(({ name, direction }) => [name, direction]));
  return (
    <section className={styles.strip} aria-label={t('home.kpis')}>
      <CardState title={t('home.kpis')} asked={query} empty={false} height={96}>
        <ul className={styles.figures}>
          {metrics.map((metric) => {
            const value = table?.number(0, metric);
            const moved = change(value, table?.number(0, `${metric}_previous`));
            return (
              <li key={metric}>
                <div className={styles.head}><span className={styles.name} title={words.metric(metric)}>{words.metric(metric)}</span><MetricInfo metric={metric} /></div>
                <p className={styles.figure}>{format.unit(value, table?.unit(metric), true)}</p>
                <p className={styles.change}>
                  {view.comparison !== 'none' && (
                    <>
                      <Change value={moved} direction={directions.get(metric) ?? 'up'} />
                      {moved !== null && <span>{words.than(view)}</span>}
                    </>
                  )}
                </p>
              </li>
            );
          })}
        </ul>
      </CardState>
    </section>
  );
}
