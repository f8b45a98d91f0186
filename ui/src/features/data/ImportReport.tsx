import { Fragment } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Import } from '../../api/client';
import { NOTHING } from '../../lib/format';
import { isDay } from '../../lib/period';
import { useFormat, useMay } from '../../components/Shop';
import { DownloadButtons } from './DownloadButtons';
import { byWeight, inWords, knownFacts, partsOf, type Fact, type Grid, type Plain } from './report';
import styles from './Data.module.css';

/** Everything that an import found, in groups; rows that were left out with their reasons. */
export function ImportReport({ done }: { done: Import }) {
  const { t } = useTranslation();
  const parts = partsOf(done.report);
  const currency = (done.report.revenue as { currency?: string } | undefined)?.currency;
  const factName = useFactName();
  return (
    <div className={styles.report}>
      {parts.groups.map(({ name, facts }) => (
        <section key={name}>
          <h4>{t(`data.group.${name}`)}</h4>
          <dl>
            {facts.map(({ path, value }) => (
              <Fragment key={path}>
                <dt>{factName(path)}{path === parts.chosen && <span className={styles.badge}>{t('data.chosen')}</span>}</dt>
                <dd><Value path={path} value={value} currency={currency} /></dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
      <Rejected done={done} reasons={parts.rejected} leftOut={parts.leftOut} />
      {parts.grids.map((grid) => <GridPart key={grid.path} grid={grid} />)}
    </div>
  );
}

function useFactName(): (path: string) => string {
  const { t } = useTranslation();
  return (path) => {
    if (path.startsWith('events.by_type.')) return t('data.byType', { type: path.slice('events.by_type.'.length) });
    return knownFacts.includes(path) ? t(`data.fact.${path.replace('.', '_')}` as 'data.fact.visitors') : inWords(path);
  };
}

function Value({ path, value, currency }: { path: string; value: Plain; currency?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === null || value === 'null') return NOTHING;
  if (typeof value === 'boolean') return t(`value.${value}`);
  if (typeof value === 'number') return /^revenue(\.|$)/.test(path) ? format.moneyExact(value, currency) : format.exact(value);
  return isDay(value) ? format.day(value, 'long') : value;
}

/** Reasons in plain words, the most frequent first, and the rows themselves as a file. */
function Rejected({ done, reasons, leftOut }: { done: Import; reasons: readonly Fact[]; leftOut: readonly Fact[] }) {
  const { t } = useTranslation();
  const analyst = useMay('analyst');
  return (
    <section className={styles.wide}>
      <h4>{t('data.group.rejected')}</h4>
      {reasons.length === 0 && <p className={styles.quiet}>{t('data.rejectedNone')}</p>}
      <Reasons reasons={reasons} />
      {leftOut.length > 0 && <h4>{t('data.group.leftOut')}</h4>}
      <Reasons reasons={leftOut} />
      {done.has_rejects && analyst && (
        <DownloadButtons files={[{ name: t('data.rejectsFile'), label: t('data.rejectsFile'), path: `/api/data/imports/${done.number}/rejects` }]} />
      )}
      {done.has_rejects && !analyst && <p className={styles.quiet}>{t('data.rejectsNeed')}</p>}
      {!done.has_rejects && reasons.length + leftOut.length > 0 && <p className={styles.quiet}>{t('data.rejectsGone')}</p>}
    </section>
  );
}

function Reasons({ reasons }: { reasons: readonly Fact[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (reasons.length === 0) return null;
  return (
    <dl className={styles.reasons}>
      {byWeight(reasons).map(({ reason, count }) => (
        <Fragment key={reason}>
          <dt>{t(`data.reason.${reason}` as 'data.reason.duplicate', { defaultValue: inWords(reason) })} <code>{reason}</code></dt>
          <dd>{format.exact(count)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function GridPart({ grid: { path, columns, rows } }: { grid: Grid }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = path === 'reconciliation' ? t('data.group.reconciliation') : inWords(path);
  const numeric = columns.map((_, index) => rows.some((row) => typeof row[index] === 'number'));
  const amount = columns.indexOf('amount');
  const currency = columns.indexOf('currency');
  const text = (value: Plain, index: number, row: readonly Plain[]) => {
    if (value === null) return NOTHING;
    if (index === 0) return termName(String(value), t);
    if (typeof value === 'boolean') return t(`value.${value}`);
    if (typeof value !== 'number') return value;
    return index === amount && typeof row[currency] === 'string' ? format.moneyExact(value, row[currency]) : format.exact(value);
  };
  return (
    <section className={styles.wide}>
      <h4>{title}</h4>
      {path === 'reconciliation' && <p className={styles.quiet}>{t('data.reconciliationHow')}</p>}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={title}>
        <table className={styles.table}>
          <thead><tr>{columns.map((column, index) => (
            <th key={column} scope="col" data-numeric={numeric[index]}>{t(`data.column.${column}` as 'data.column.term', { defaultValue: inWords(column) })}</th>
          ))}</tr></thead>
          <tbody>{rows.map((row) => (
            <tr key={row.join()} data-whole={row[0] === 'file'}>{row.map((value, index) => <td key={columns[index]} data-numeric={numeric[index]}>{text(value, index, row)}</td>)}</tr>
          ))}</tbody>
        </table>
      </div>
    </section>
  );
}

function termName(term: string, t: TFunction): string {
  const [place, reason] = term.split('.');
  // The compiler gives up on the union of all keys here.
  const say = t as (key: string, options: Record<string, string>) => string;
  if (reason === undefined) return say(`data.term.${term}`, { defaultValue: inWords(term) });
  const said = say(`data.reason.${reason}`, { defaultValue: inWords(reason) });
  if (place === 'rejected') return say('data.termRejected', { reason: said });
  return place === 'left_out' ? say('data.termLeftOut', { reason: said }) : inWords(term);
}
