import { Button } from '@mantine/core';
import { DatePicker, DatesProvider } from '@mantine/dates';
import { useMediaQuery } from '@mantine/hooks';
import '@mantine/dates/styles.css';
import 'dayjs/locale/es';
import 'dayjs/locale/fr';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { presets } from '../lib/period';
import { useShop } from './Shop';
import { useView } from './useView';
import styles from './Picker.module.css';

type Range = [string | null, string | null];

/** Presets beside a calendar; a preset takes effect at once, a range when it is applied. */
export function PeriodPanel({ onDone }: { onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const { site, format, calendar } = useShop();
  const view = useView();
  const [range, setRange] = useState<Range>([view.days.from, view.days.to]);
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });

  const pick = (preset: (typeof presets)[number]) => {
    view.change({ period: preset, from: undefined, to: undefined });
    onDone();
  };
  const apply = () => {
    const [from, to] = range;
    if (!from || !to) return;
    view.change({ period: 'custom', from, to });
    onDone();
  };

  return (
    <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
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
    </DatesProvider>
  );
}

function monthBefore(day: string, narrow: boolean | undefined): string {
  if (narrow) return day;
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return date.toISOString().slice(0, 10);
}
