import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/Shop';
import type { LogAnswer } from './types';
import { facets, type Facet, type SearchView } from './view';
import styles from './Logs.module.css';

const SHOWN = 8;

/** Values of the hits with their counts; a click keeps only logs that have them. */
export function Facets({ counted, picked, onPick }: { counted: LogAnswer['facets']; picked: SearchView['picked']; onPick: (facet: Facet, values: string[]) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <aside className={styles.facets} aria-label={t('logs.facets')} tabIndex={0}>
      {facets.map((facet) => {
        const found = counted?.[facet === 'log_type' ? 'type' : facet] ?? [];
        const missing = picked[facet].filter((value) => !found.some((one) => one.value.toLowerCase() === value.toLowerCase())).map((value) => ({ value, count: 0 }));
        const values = [...missing, ...found].slice(0, SHOWN + missing.length);
        if (values.length === 0) return null;
        return (
          <section key={facet} className={styles.facet} aria-labelledby={`facet-${facet}`}>
            <h2 id={`facet-${facet}`}>{t(`logs.facet.${facet}`)}</h2>
            {values.map(({ value, count }) => {
              const on = picked[facet].includes(value);
              return (
                <button key={value} type="button" className={styles.value} aria-pressed={on} title={value}
                  onClick={() => onPick(facet, on ? picked[facet].filter((one) => one !== value) : [...picked[facet], value])}>
                  <span>{value}</span><span>{format.compact(count)}</span>
                </button>
              );
            })}
          </section>
        );
      })}
    </aside>
  );
}
