import '@mantine/core/styles/Checkbox.css';
import { ActionIcon, Button, Checkbox, Menu, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconDownload, IconHistory, IconShare, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, problemOf, type Problem } from '../../api/problem';
import { session } from '../../api/session';
import { useFormat } from '../../components/Shop';
import { download } from '../../lib/csv';
import type { LogSearch } from './types';
import { useChangeSearch, usePastSearches, useRemoveSearch, useSavedSearches, useSaveSearch } from './useLogs';
import { viewOf, type SearchView } from './view';
import styles from './Logs.module.css';

interface Props {
  search: LogSearch;
  onView: (view: Partial<SearchView>) => void;
}

/** Kept searches, those of the past, and the whole result as a file. */
export function SearchTools({ search, onView }: Props) {
  return (
    <div className={styles.buttons}>
      <Saved search={search} onView={onView} />
      <Past onView={onView} />
      <Export search={search} />
    </div>
  );
}

function Saved({ search, onView }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const saved = useSavedSearches(opened);
  const save = useSaveSearch();
  const change = useChangeSearch();
  const remove = useRemoveSearch();
  const keep = () => save.mutate({ name, filters: search, shared }, { onSuccess: () => setName('') });
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus returnFocus withinPortal>
      <Popover.Target><Button variant="default" leftSection={<IconBookmark size={16} />} onClick={() => setOpened(!opened)}>{t('logs.saved')}</Button></Popover.Target>
      <Popover.Dropdown aria-label={t('logs.saved')}>
        <form onSubmit={(event) => { event.preventDefault(); keep(); }}>
          <TextInput label={t('logs.saveAs')} value={name} maxLength={100} onChange={(event) => setName(event.currentTarget.value)} error={save.error ? asProblem(save.error).detail : undefined} />
          <div className={styles.buttons}>
            <Checkbox label={t('logs.share')} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
            <Button type="submit" size="xs" disabled={name.trim() === ''} loading={save.isPending}>{t('app.save')}</Button>
          </div>
        </form>
        <div className={styles.menu}>
          {saved.data?.length === 0 && <p className={styles.quiet}>{t('logs.savedNone')}</p>}
          {(saved.data ?? []).map(({ id = '', name: kept = '', filters, own, owner, shared: open }) => (
            <div key={id} className={styles.saved}>
              <button type="button" onClick={() => { setOpened(false); onView(viewOf((filters ?? {}) as Record<string, unknown>)); }}>{kept}{!own && ` (${owner})`}</button>
              {own && <ActionIcon variant="subtle" color="gray" aria-pressed={open} aria-label={t('logs.shareNamed', { name: kept })} onClick={() => change.mutate({ id, shared: !open })}><IconShare size={15} /></ActionIcon>}
              {own && <ActionIcon variant="subtle" color="gray" aria-label={t('logs.removeNamed', { name: kept })} onClick={() => remove.mutate(id)}><IconTrash size={15} /></ActionIcon>}
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Past({ onView }: Pick<Props, 'onView'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const past = usePastSearches(opened);
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={360}>
      <Menu.Target><Button variant="default" leftSection={<IconHistory size={16} />}>{t('logs.past')}</Button></Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {past.data?.length === 0 && <Menu.Label>{t('logs.pastNone')}</Menu.Label>}
        {(past.data ?? []).map(({ query, filters, total, at }, index) => (
          <Menu.Item key={index} onClick={() => onView(viewOf((filters ?? {}) as Record<string, unknown>))}>
            {query || t('logs.filtersOnly')}
            <div className={styles.quiet}>{t('logs.pastSaid', { count: Number(total), shown: format.count(Number(total)), time: format.instant(at ?? '') })}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Export({ search }: { search: LogSearch }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (format: string) => {
    setBusy(true);
    setProblem(null);
    try {
      const response = await session.fetch(`/api/logs/search/export?format=${format}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(search) });
      if (!response.ok) throw await problemOf(response);
      download(`logs.${format}`, await response.blob());
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" leftSection={<IconDownload size={16} />} loading={busy}>{t('logs.export')}</Button></Menu.Target>
        <Menu.Dropdown>
          {['csv', 'json', 'ndjson'].map((format) => <Menu.Item key={format} onClick={() => void save(format)}>{format.toUpperCase()}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      {problem && <p className={styles.error} role="alert">{t('logs.exportFailed', { detail: problem.detail })}</p>}
    </>
  );
}
