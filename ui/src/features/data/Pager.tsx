import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/Shop';
import styles from './Data.module.css';

interface Props {
  page: number;
  size: number;
  total: number;
  onPage: (page: number) => void;
}

export function Pager({ page, size, total, onPage }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const last = Math.max(1, Math.ceil(total / size));
  const from = (page - 1) * size + 1;
  const steps = [
    { name: 'first', icon: IconChevronsLeft, to: 1, on: page > 1 },
    { name: 'previous', icon: IconChevronLeft, to: Math.min(page - 1, last), on: page > 1 },
    { name: 'next', icon: IconChevronRight, to: page + 1, on: page < last },
    { name: 'last', icon: IconChevronsRight, to: last, on: page < last },
  ] as const;
  const shown = page > last ? t('data.beyond', { total: format.count(total) })
    : t('data.rowsOf', { from: format.count(from), to: format.count(Math.min(total, page * size)), total: format.count(total) });
  return (
    <nav className={styles.pager} aria-label={t('data.pages')}>
      <p role="status" className={styles.quiet}>{shown}</p>
      {steps.map(({ name, icon: Icon, to, on }) => (
        <ActionIcon key={name} variant="default" size={32} disabled={!on} aria-label={t(`data.page.${name}`)} onClick={() => onPage(to)}><Icon size={16} /></ActionIcon>
      ))}
    </nav>
  );
}
