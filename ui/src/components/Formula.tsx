import { Popover, UnstyledButton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './MetricInfo.module.css';

/** How a figure that is in no catalogue is counted, one click away. */
export function Formula({ title, lines }: { title: string; lines: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Popover width={340} position="top-start" withArrow withinPortal trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={styles.how} aria-label={`${t('chart.how')}: ${title}`}><IconInfoCircle size={14} aria-hidden />{t('chart.how')}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.info} aria-label={title} tabIndex={-1} data-autofocus>
        <strong>{title}</strong>
        {lines.map((line) => <p key={line}>{line}</p>)}
      </Popover.Dropdown>
    </Popover>
  );
}
