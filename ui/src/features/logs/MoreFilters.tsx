import { Button, Popover, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../components/Shop';
import { clockIn, conditions, instantIn, type SearchView } from './view';
import styles from './Logs.module.css';

const NOTHING = { user: '', least: '', most: '' };

/** Filters that no facet has: whose logs, of which amounts, between which times. Users and amounts become conditions of the query, where they can be read, changed and kept. */
export function MoreFilters({ view, onView }: { view: SearchView; onView: (view: Partial<SearchView>) => void }) {
  const { t } = useTranslation();
  const { site } = useShop();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState(NOTHING);
  const [time, setTime] = useState({ since: '', until: '' });
  const open = () => {
    setTime({ since: view.since ? clockIn(site.zone, view.since) : '', until: view.until ? clockIn(site.zone, view.until) : '' });
    setOpened(!opened);
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const [since, until] = [time.since, time.until].map((clock) => (clock ? instantIn(site.zone, clock) : undefined));
    onView({ q: [view.q, conditions(typed)].filter(Boolean).join(' '), since, until, ...(since || until ? { range: 'all' } : {}) });
    setTyped(NOTHING);
    setOpened(false);
  };
  const field = (name: keyof typeof NOTHING, numeric: boolean) => (
    <TextInput label={t(`logs.more.${name}`)} value={typed[name]} {...(numeric ? { type: 'number', min: 0, step: 'any' } : { maxLength: 128 })} onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })} />
  );
  const clock = (name: 'since' | 'until') => (
    <TextInput type="datetime-local" label={t(`logs.more.${name}`)} value={time[name]} onChange={(event) => setTime({ ...time, [name]: event.currentTarget.value })} />
  );
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={320} trapFocus returnFocus withinPortal>
      <Popover.Target><Button variant="default" leftSection={<IconFilter size={16} />} onClick={open}>{t('logs.more.title')}</Button></Popover.Target>
      <Popover.Dropdown aria-label={t('logs.more.title')}>
        <form className={styles.form} onSubmit={apply}>
          {field('user', false)}
          <div className={styles.pair}>{field('least', true)}{field('most', true)}</div>
          {clock('since')}
          {clock('until')}
          <p className={styles.quiet}>{t('logs.more.zone', { zone: site.zone })}</p>
          <Button type="submit" size="xs">{t('logs.more.apply')}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
