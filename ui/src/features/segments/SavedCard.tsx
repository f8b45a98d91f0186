import { ActionIcon, Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSegment } from '../../api/client';
import { asProblem } from '../../api/problem';
import { useRemoveSegment, useRestoreSegment, useSavedSegments, useSaveSegment } from '../../api/queries';
import { CardState } from '../../components/CardState';
import { useMay } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import type { Filter } from '../../lib/search';
import styles from './Segments.module.css';

/** Filters under a name: kept, shared, used on every page. */
export function SavedCard() {
  const { t } = useTranslation();
  const analyst = useMay('analyst');
  const query = useSavedSegments(analyst);
  const segments = query.data?.segments ?? [];
  const [changed, setChanged] = useState<string | null>(null);
  const edited = segments.find(({ id }) => id === changed) ?? null;
  return (
    <section className={styles.card} aria-labelledby="saved-segments">
      <h2 id="saved-segments">{t('segments.saved')}</h2>
      {!analyst && <p className={styles.how}>{t('segments.savedNeeds')}</p>}
      {analyst && (
        <CardState title={t('segments.saved')} asked={query} empty={false} height={240}>
          <p className={styles.how}>{segments.length > 0 ? t('segments.savedFinding', { count: segments.length }) : `${t('segments.savedNone')}. ${t('segments.savedHow')}`}</p>
          <ul className={styles.saved}>{segments.map((segment) => <Saved key={segment.id} segment={segment} edit={() => setChanged(segment.id)} />)}</ul>
          <SaveForm key={changed} edited={edited} first={segments.length === 0} done={() => setChanged(null)} />
        </CardState>
      )}
    </section>
  );
}

const UNDO_MS = 12_000;

function Saved({ segment, edit }: { segment: SavedSegment; edit: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const view = useView();
  const remove = useRemoveSegment();
  const restore = useRestoreSegment();
  const filters = segment.filters as Filter[];
  const onError = (error: unknown) => notifications.show({ color: 'red', message: t('segments.failed', { detail: asProblem(error).detail }) });
  const undo = (notice: string) => {
    notifications.hide(notice);
    restore.mutate(segment.id, { onSuccess: () => notifications.show({ message: t('segments.restored', { name: segment.name }) }), onError });
  };
  const forget = () => remove.mutate(segment.id, {
    onSuccess: () => {
      const notice = `removed-${segment.id}`;
      notifications.show({
        id: notice, autoClose: UNDO_MS,
        message: <>{t('segments.removed', { name: segment.name })} <Button size="compact-sm" variant="default" onClick={() => undo(notice)}>{t('segments.undo')}</Button></>,
      });
    },
    onError,
  });
  return (
    <li>
      <div>
        <strong>{segment.name}</strong>
        <small>{filters.map((filter) => words.filter(filter)).join(' · ')}</small>
        <small>{[t('segments.by', { owner: segment.owner }), segment.shared ? t('segments.sharedWord') : ''].filter(Boolean).join(', ')}</small>
      </div>
      <Button variant="default" size="compact-sm" onClick={() => view.setFilters(filters)}>{t('segments.apply')}</Button>
      {segment.own && <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('segments.edit', { name: segment.name })} onClick={() => { view.setFilters(filters); edit(); }}><IconPencil size={16} /></ActionIcon>}
      {segment.own && <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('segments.remove', { name: segment.name })} onClick={forget} loading={remove.isPending}><IconTrash size={16} /></ActionIcon>}
    </li>
  );
}

/** Keeps the page's filters: as a new segment, or in place of those of one. */
function SaveForm({ edited, first, done }: { edited: SavedSegment | null; first: boolean; done: () => void }) {
  const { t } = useTranslation();
  const view = useView();
  const save = useSaveSegment();
  const [name, setName] = useState(edited?.name ?? '');
  const [shared, setShared] = useState(edited?.shared ?? false);
  // Of the first one it has just been said how.
  if (view.filters.length === 0) return first ? null : <p className={styles.how}>{t('segments.noFilters')}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name, filters: view.filters, shared, ...(edited ? { id: edited.id } : {}) }, {
      onSuccess: () => {
        setName('');
        done();
        notifications.show({ message: t('segments.kept', { name }) });
      },
      onError: (error) => notifications.show({ color: 'red', message: t('segments.failed', { detail: asProblem(error).detail }) }),
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {edited && <p className={styles.how}>{t('segments.editHow', { name: edited.name })}</p>}
      <TextInput label={t('segments.name')} size="sm" maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <label className={styles.check}><input type="checkbox" checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />{t('segments.shareIt')}</label>
      <Button type="submit" size="sm" disabled={name.trim() === ''} loading={save.isPending}>{t(edited ? 'segments.saveEdit' : 'segments.save')}</Button>
      {edited && <Button variant="default" size="sm" onClick={done}>{t('segments.cancel')}</Button>}
    </form>
  );
}
