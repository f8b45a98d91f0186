import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSavedSegments } from '../api/queries';
import type { Filter } from '../lib/search';
import { useMay } from './Shop';
import styles from './FilterBar.module.css';

/** Saved sets of filters, to use on the page at hand; nothing where there are none. */
export function SavedSegments({ onChoose }: { onChoose: (filters: Filter[]) => void }) {
  const { t } = useTranslation();
  const segments = useSavedSegments(useMay('analyst')).data?.segments ?? [];
  if (segments.length === 0) return null;
  const choose = (id: string | null) => {
    const chosen = segments.find((segment) => segment.id === id);
    if (chosen) onChoose(chosen.filters as Filter[]);
  };
  return (
    <div className={styles.form}>
      <Select label={t('filter.saved')} size="sm" searchable comboboxProps={{ withinPortal: false }} data={segments.map(({ id, name }) => ({ value: id, label: name }))} value={null} onChange={choose} />
    </div>
  );
}
