import { useTranslation } from 'react-i18next';
import styles from './Metrics.module.css';
import { references } from './references';

const methods = ['proportions', 'tables', 'one', 'lift', 'means', 'ratio', 'always', 'looks', 'holm', 'srm', 'cuped', 'caps', 'quantile', 'posterior', 'guardrail', 'verdict', 'size', 'planner', 'correction', 'anomaly', 'forecast', 'lifetime', 'bootstrap', 'stratified'] as const;
const pitfalls = ['peeking', 'multiple', 'seasonality', 'selection', 'novelty', 'srm', 'regression', 'ratio'] as const;
const checks = { figure: ['base', 'n', 'bots', 'partial', 'refunds'], test: ['size', 'split', 'weeks', 'one', 'guard'], forecast: ['error', 'naive', 'cover', 'known'] } as const;

/** Every method with its formula and assumptions, what leads astray, what to ask before believing a figure, and the sources. */
export function Guide() {
  const { t } = useTranslation();
  return (
    <>
      <section className={styles.guide} aria-labelledby="methods">
        <h2 id="methods">{t('methods.tests')}</h2>
        <div className={styles.grid}>
          {methods.map((method) => (
            <article key={method} id={`method-${method}`}>
              <h3>{t(`methods.method.${method}.name`)}</h3>
              <p>{t(`methods.method.${method}.use`)}</p>
              <dl>
                <dt>{t('methods.formula')}</dt><dd><code>{t(`methods.method.${method}.formula`)}</code></dd>
                <dt>{t('methods.assumes')}</dt><dd>{t(`methods.method.${method}.assumes`)}</dd>
                <dt>{t('methods.trap')}</dt><dd>{t(`methods.method.${method}.trap`)}</dd>
              </dl>
            </article>
          ))}
        </div>
      </section>
      <section className={styles.guide} aria-labelledby="pitfalls">
        <h2 id="pitfalls">{t('methods.pitfalls')}</h2>
        <div className={styles.grid}>
          {pitfalls.map((pitfall) => <article key={pitfall}><h3>{t(`methods.pitfall.${pitfall}.name`)}</h3><p>{t(`methods.pitfall.${pitfall}.text`)}</p></article>)}
        </div>
      </section>
      <section className={styles.guide} aria-labelledby="checklists">
        <h2 id="checklists">{t('methods.checklists')}</h2>
        <div className={styles.grid}>
          <article><h3>{t('methods.check.figure.name')}</h3><ul>{checks.figure.map((item) => <li key={item}>{t(`methods.check.figure.items.${item}`)}</li>)}</ul></article>
          <article><h3>{t('methods.check.test.name')}</h3><ul>{checks.test.map((item) => <li key={item}>{t(`methods.check.test.items.${item}`)}</li>)}</ul></article>
          <article><h3>{t('methods.check.forecast.name')}</h3><ul>{checks.forecast.map((item) => <li key={item}>{t(`methods.check.forecast.items.${item}`)}</li>)}</ul></article>
        </div>
      </section>
      <section className={styles.guide} aria-labelledby="references">
        <h2 id="references">{t('methods.references')}</h2>
        <ul className={styles.references}>{references.map((reference) => <li key={reference} lang="en">{reference}</li>)}</ul>
      </section>
    </>
  );
}
