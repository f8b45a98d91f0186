import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricEntry } from '../../api/client';
import { useCatalogue } from '../../api/queries';
import { CardState } from '../../components/CardState';
import { FormulaText } from '../../components/FormulaText';
import { PageHead } from '../../components/PageHead';
import { plain } from '../../lib/text';
import { Guide } from './Guide';
import styles from './Metrics.module.css';

const bases = ['base', 'money', 'days', 'bots', 'mean', 'anomaly'] as const;

/** Every metric of the catalogue with its formula: what a figure means is one click away. */
export function MetricsPage() {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const [text, setText] = useState('');
  const all = catalogue.data?.metrics ?? [];
  const label = ({ name }: MetricEntry) => t(`metric.${name}.label`, { defaultValue: name });
  const explain = ({ name }: MetricEntry) => t(`metric.${name}.explain`, { defaultValue: '' });
  const shown = all.filter((metric) => plain(`${metric.name} ${label(metric)} ${explain(metric)}`).includes(plain(text)));
  return (
    <>
      <PageHead title={t('methods.catalogue.title')} subtitle={catalogue.data ? t('methods.catalogue.subtitle', { count: all.length }) : undefined}>
        <TextInput aria-label={t('methods.catalogue.search')} placeholder={t('methods.catalogue.search')} leftSection={<IconSearch size={16} />} value={text}
          onChange={(event) => setText(event.currentTarget.value)} />
      </PageHead>
      <section className={styles.bases} aria-labelledby="bases">
        <h2 id="bases">{t('methods.catalogue.basesTitle')}</h2>
        <ul>
          {bases.map((base) => <li key={base}>{t(`methods.catalogue.bases.${base}`)}</li>)}
          <li>{t('methods.catalogue.places')} <a href="https://db-ip.com" rel="noreferrer">IP Geolocation by DB-IP</a> (CC BY 4.0).</li>
        </ul>
      </section>
      <div className={styles.card}>
        <CardState title={t('methods.catalogue.title')} asked={catalogue} empty={false} height={480}>
          <table className={styles.table}>
            <caption className="hidden-text">{t('methods.catalogue.title')}</caption>
            <thead>
              <tr>{(['metric', 'meaning', 'formula', 'unit', 'better'] as const).map((column) => <th key={column} scope="col">{t(`methods.catalogue.${column}`)}</th>)}</tr>
            </thead>
            <tbody>
              {shown.map((metric) => (
                <tr key={metric.name} id={metric.name}>
                  <th scope="row">{label(metric)}<code>{metric.name}</code></th>
                  <td data-label={t('methods.catalogue.meaning')}>{explain(metric)}</td>
                  <td data-label={t('methods.catalogue.formula')}><FormulaText formula={metric.formula} /></td>
                  <td data-label={t('methods.catalogue.unit')}>{t(`methods.catalogue.units.${metric.unit as 'count'}`, { defaultValue: metric.unit ?? '' })}</td>
                  <td data-label={t('methods.catalogue.better')}>{t(`methods.catalogue.${metric.direction}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length === 0 && <p className={styles.nothing}>{t('methods.catalogue.nothing', { text })}</p>}
        </CardState>
      </div>
      <Guide />
    </>
  );
}
