import { ActionIcon, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Change, type Direction } from '../../components/Change';
import styles from './Logs.module.css';

export type Explained = 'logs' | 'errors' | 'errorRate' | 'response' | 'services' | 'users' | 'transactions' | 'p50' | 'p95' | 'p99' | 'apdex' | 'failureRate' | 'slow' | 'cache';

interface Props {
  name: Explained;
  value: ReactNode;
  change?: number | null;
  direction?: Direction;
  said?: string;
}

/** A figure with its name, its change and, one click away, how it is counted. */
export function Kpi({ name, value, change, direction = 'none', said }: Props) {
  const { t } = useTranslation();
  const label = t(`logs.kpi.${name}`);
  return (
    <li>
      <h2>
        {label}{' '}
        <Popover width={280} withArrow withinPortal trapFocus returnFocus>
          <Popover.Target><ActionIcon variant="transparent" color="gray" size={22} aria-label={t('logs.about', { name: label })}><IconInfoCircle size={14} /></ActionIcon></Popover.Target>
          <Popover.Dropdown aria-label={label}><p className={styles.quiet}>{t(`logs.formula.${name}`)}</p></Popover.Dropdown>
        </Popover>
      </h2>
      <p>{value}</p>
      <small>{change !== undefined && <Change value={change} direction={direction} />} {said}</small>
    </li>
  );
}
