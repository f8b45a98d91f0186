import { ActionIcon, Button, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilterPlus, IconX } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../lib/search';
import { BotSwitch } from './BotSwitch';
import { useWords } from './useWords';
import { useView } from './useView';
import styles from './FilterBar.module.css';

const FilterForm = lazy(async () => ({ default: (await import('./FilterForm')).FilterForm }));
const SavedSegments = lazy(async () => ({ default: (await import('./SavedSegments')).SavedSegments }));

/** Whether bots count, and the filters that hold on every page, as chips, with the way to add one. */
export function FilterBar() {
  const { t } = useTranslation();
  const view = useView();
  const words = useWords();
  const [opened, { toggle, close }] = useDisclosure(false);
  const add = (filter: Filter) => {
    view.setFilters([...view.filters, filter]);
    close();
  };
  const choose = (filters: Filter[]) => {
    view.setFilters(filters);
    close();
  };
  return (
    <div className={styles.bar} role="group" aria-label={t('filter.label')}>
      <BotSwitch />
      {view.filters.map((filter, index) => filter.field !== 'bot' && (
        <span key={`${filter.field}-${filter.op}-${filter.values.join()}`} className={styles.chip}>
          {words.filter(filter)}
          <ActionIcon size={20} variant="transparent" color="indigo" aria-label={t('filter.remove', { filter: words.filter(filter) })}
            onClick={() => view.setFilters(view.filters.filter((_, other) => other !== index))}>
            <IconX size={13} />
          </ActionIcon>
        </span>
      ))}
      <Popover opened={opened} onChange={(next) => !next && close()} position="bottom-start" trapFocus returnFocus width={300}>
        <Popover.Target>
          <Button variant="default" size="sm" leftSection={<IconFilterPlus size={16} />} onClick={toggle} aria-expanded={opened} className={styles.add}>
            {t('filter.add')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>{opened && <Suspense fallback={<div className={styles.coming} />}><SavedSegments onChoose={choose} /><FilterForm onAdd={add} /></Suspense>}</Popover.Dropdown>
      </Popover>
      {view.filters.filter(({ field }) => field !== 'bot').length > 1 && (
        <Button variant="subtle" size="compact-sm" onClick={() => view.setFilters(view.filters.filter(({ field }) => field === 'bot'))}>{t('filter.clear')}</Button>
      )}
    </div>
  );
}
