import { ActionIcon, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MetricName } from '../api/client';
import { useCatalogue } from '../api/queries';
import { FormulaText } from './FormulaText';
import { useWords } from './useWords';
import styles from './MetricInfo.module.css';

/** What a metric means and how it is computed, one click away. */
export function MetricInfo({ metric }: { metric: MetricName }) {
  const { t } = useTranslation();
  const words = useWords();
  const entry = useCatalogue().data?.metrics.find(({ name }) => name === metric);
  return (
    <Popover width={300} position="bottom-start" withArrow withinPortal trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="transparent" color="gray" size={24} aria-label={t('home.about', { metric: words.metric(metric) })}><IconInfoCircle size={15} /></ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={styles.info} aria-label={words.metric(metric)}>
        <strong>{words.metric(metric)}</strong>
        <p>{t(`metric.${metric}.explain`)}</p>
        {entry && (
          <dl>
            <dt>{t('home.formula')}</dt><dd><FormulaText formula={entry.formula} /></dd>
            {entry.needs.length > 0 && <><dt>{t('home.base')}</dt><dd>{entry.needs.join(', ')}</dd></>}
          </dl>
        )}
        <Link to="/methods" hash={metric} data-autofocus>{t('home.more')}</Link>
      </Popover.Dropdown>
    </Popover>
  );
}
