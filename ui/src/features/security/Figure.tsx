import { ActionIcon, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Security.module.css';

/** A figure with its name and, one click away, how it is counted. */
export function Figure({ name, value }: { name: 'findings' | 'severe' | 'open' | 'requests' | 'sources'; value: ReactNode }) {
  const { t } = useTranslation();
  const label = t(`security.figure.${name}`);
  return (
    <li>
      <h2>
        {label}{' '}
        <Popover width={280} withArrow withinPortal trapFocus returnFocus>
          <Popover.Target><ActionIcon variant="transparent" color="gray" size={22} aria-label={t('security.about', { name: label })}><IconInfoCircle size={14} /></ActionIcon></Popover.Target>
          <Popover.Dropdown aria-label={label}><p className={styles.note}>{t(`security.formula.${name}`)}</p></Popover.Dropdown>
        </Popover>
      </h2>
      <p>{value}</p>
    </li>
  );
}
