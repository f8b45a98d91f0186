import { Button, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconCalendar, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { presets } from '../lib/period';
import { useShop } from './Shop';
import { useView } from './useView';
import styles from './Picker.module.css';

type Range = [string | null, string | null];

/** Presets, or a first and a last day; the days are the shop's, not the reader's. */
export function PeriodPicker() {
  const { t } = useTranslation();
  const { site, format, calendar } = useShop();
  const view = useView();
  const [opened, { toggle, close }] = useDisclosure(false);
  const [range, setRange] = useState<Range>([view.days.from, view.days.to]);
  const narrow = useMediaQuery('(max-width: 640px)');

  const open = () => {
    setRange([view.days.from, view.days.to]);
    toggle();
  };
  const pick = (preset: (typeof presets)[number]) => {
    view.change({ period: preset, from: undefined, to: undefined });
    close();
  };
  const apply = () => {
    const [from, to] = range;
    if (!from || !to) return;
    view.change({ period: 'custom', from, to });
    close();
  };
  const name = view.preset === 'custom' ? '' : `${t(`period.${view.preset}`)} · `;
  const shown = format.days(view.days.from, view.days.to);

  return (
    <Popover opened={opened} onChange={(next) => !next && close()} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="sm" onClick={open} leftSection={<IconCalendar size={16} />} rightSection={<IconChevronDown size={14} />}
          aria-label={`${t('period.label')}: ${name}${shown}`} aria-expanded={opened} className={styles.button}>
          <span className={styles.preset}>{name}</span>{shown}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown}>
        <div className={styles.panel}>
          <ul className={styles.presets} aria-label={t('period.label')}>
            {presets.filter((preset) => preset !== 'custom').map((preset) => (
              <li key={preset}>
                <button type="button" aria-pressed={view.preset === preset} onClick={() => pick(preset)}>{t(`period.${preset}`)}</button>
              </li>
            ))}
          </ul>
          <div className={styles.calendar}>
            <p>{t('period.pick')}</p>
            <DatePicker type="range" size="sm" allowSingleDateInRange numberOfColumns={narrow ? 1 : 2} value={range} onChange={setRange}
              minDate={calendar.first ?? undefined} maxDate={calendar.anchor} defaultDate={monthBefore(view.days.to, narrow)} />
            <footer>
              <span>{t('period.zone', { zone: site.zone })}</span>
              <Button size="xs" onClick={apply} disabled={!range[0] || !range[1]}>{t('period.apply')}</Button>
            </footer>
          </div>
        </div>
        {calendar.past && <p className={styles.past}>{t('period.ended', { day: format.day(calendar.anchor, 'long') })}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}

function monthBefore(day: string, narrow: boolean | undefined): string {
  if (narrow) return day;
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return date.toISOString().slice(0, 10);
}
