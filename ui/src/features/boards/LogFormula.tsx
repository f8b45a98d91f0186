import { ActionIcon, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './Boards.module.css';

/** How a figure of logs is counted that the catalogue of metrics does not name. */
export function LogFormula({ name, formula }: { name: string; formula: string }) {
  const { t } = useTranslation();
  return (
    <Popover width={280} withArrow withinPortal trapFocus returnFocus>
      <Popover.Target><ActionIcon variant="transparent" color="gray" size={24} aria-label={t('boards.logs.about', { name })}><IconInfoCircle size={15} /></ActionIcon></Popover.Target>
      <Popover.Dropdown aria-label={name}><p className={styles.hint}>{formula}</p></Popover.Dropdown>
    </Popover>
  );
}
