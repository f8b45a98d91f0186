import { Button, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendar, IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './Shop';
import { useView } from './useView';
import styles from './Picker.module.css';

const PeriodPanel = lazy(async () => ({ default: (await import('./PeriodPanel')).PeriodPanel }));

/** Presets, or a first and a last day; the days are the shop's, not the reader's. */
export function PeriodPicker() {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useView();
  const [opened, { toggle, close }] = useDisclosure(false);
  const name = view.preset === 'custom' ? '' : `${t(`period.${view.preset}`)} · `;
  const shown = format.days(view.days.from, view.days.to);

  return (
    <Popover opened={opened} onChange={(next) => !next && close()} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="sm" onClick={toggle} leftSection={<IconCalendar size={16} />} rightSection={<IconChevronDown size={14} />}
          aria-label={`${t('period.label')}: ${name}${shown}`} aria-expanded={opened} className={styles.button}>
          <span className={styles.preset}>{name}</span>{shown}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown}>
        {opened && <Suspense fallback={<div className={styles.coming} />}><PeriodPanel onDone={close} /></Suspense>}
      </Popover.Dropdown>
    </Popover>
  );
}
