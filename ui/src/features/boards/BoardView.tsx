import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconArrowLeft, IconLayoutDashboard, IconMail, IconShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCopyDashboard, useDashboard, useSaveDashboard, type Dashboard } from '../../api/boards';
import { CardState } from '../../components/CardState';
import { ComparePicker } from '../../components/ComparePicker';
import { FilterBar } from '../../components/FilterBar';
import { PageHead } from '../../components/PageHead';
import { PeriodPicker } from '../../components/PeriodPicker';
import { useMay } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { keepable, wanted, type Tile } from './arrange';
import { AddTiles, NoteForm } from './AddTiles';
import { useTitle } from './ChartView';
import { useOpenDashboard } from './DashboardsPage';
import { Grid } from './Grid';
import { MailDialog } from './MailDialog';
import { full } from './plan';
import { ShareDialog } from './ShareDialog';
import { TileView } from './TileView';
import { done, failed } from './undo';
import styles from './Boards.module.css';

export const presets = ['yesterday', 'last_7_days', 'last_28_days', 'last_90_days', 'last_month', 'last_12_months'] as const;

/** One dashboard, to look at and to arrange. */
export function BoardView({ id }: { id: string }) {
  const { t } = useTranslation();
  const asked = useDashboard(id);
  const open = useOpenDashboard();
  return (
    <>
      <p className={styles.crumb}><button type="button" className={styles.link} onClick={() => open(undefined)}><IconArrowLeft size={13} aria-hidden /> {t('boards.back')}</button></p>
      {!asked.data && <PageHead title={t('boards.dashboards')} />}
      <CardState title={t('boards.dashboards')} asked={asked} empty={false} height={400}>
        {asked.data && <Board dashboard={asked.data} />}
      </CardState>
    </>
  );
}

type Draft = Pick<Dashboard, 'name' | 'shared' | 'period' | 'tiles'>;

function Board({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslation();
  const words = useWords();
  const view = useView();
  const title = useTitle();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [dialog, setDialog] = useState<'share' | 'mail' | null>(null);
  const name = dashboard.ready ? t('boards.ready') : dashboard.name || t('boards.logs.board');
  const tiles = draft?.tiles ?? dashboard.tiles;
  const change = (part: Partial<Draft>) => setDraft((before) => (before ? { ...before, ...part } : before));
  const charts = tiles.filter(({ kind }) => kind === 'chart').length;
  const nameOf = (tile: Tile) => (tile.chart ? title(tile.chart.name, full(tile.chart.plan)) : t('boards.note'));
  return (
    <>
      <PageHead title={draft?.name || name} subtitle={t('boards.boardSubtitle', { count: charts, charts, days: words.days(view.count) })}>
        {!draft && <Tools dashboard={dashboard} name={name} onEdit={() => setDraft({ name, shared: dashboard.shared, period: dashboard.period, tiles: keepable(dashboard.tiles) })} onDialog={setDialog} />}
      </PageHead>
      {!draft && <div className={styles.controls}><PeriodPicker /><ComparePicker /><FilterBar /></div>}
      {draft && <EditBar id={dashboard.id} draft={draft} onChange={change} onEnd={() => setDraft(null)} />}
      {tiles.length === 0 && <div className={styles.blank}><div><strong>{t('boards.emptyBoard')}</strong><p>{t('boards.emptyBoardHow')}</p></div></div>}
      <Grid tiles={tiles} nameOf={nameOf} onChange={draft ? (next) => change({ tiles: next }) : undefined}>
        {(tile) => (draft && tile.kind === 'note'
          ? <NoteForm text={tile.text ?? ''} onChange={(text) => change({ tiles: tiles.map((other) => (other.id === tile.id ? { ...other, text } : other)) })} />
          : <TileView tile={tile} view={view.asked} />)}
      </Grid>
      {dialog === 'share' && <ShareDialog dashboard={dashboard} onClose={() => setDialog(null)} />}
      {dialog === 'mail' && <MailDialog dashboard={dashboard} onClose={() => setDialog(null)} />}
    </>
  );
}

interface ToolsProps {
  dashboard: Dashboard;
  name: string;
  onEdit: () => void;
  onDialog: (dialog: 'share' | 'mail') => void;
}

function Tools({ dashboard, name, onEdit, onDialog }: ToolsProps) {
  const { t } = useTranslation();
  const may = useMay('analyst');
  const copy = useCopyDashboard();
  const open = useOpenDashboard();
  const duplicate = async () => {
    try {
      open((await copy.mutateAsync({ id: dashboard.id, name: t('boards.copyOf', { name }).slice(0, 120) })).id);
      done(t('boards.done.copied', { name }));
    } catch (error) {
      failed(t, error);
    }
  };
  return (
    <>
      {dashboard.may_change && <Button variant="default" leftSection={<IconMail size={16} />} onClick={() => onDialog('mail')}>{t('boards.mail')}</Button>}
      {dashboard.may_change && <Button variant="default" leftSection={<IconShare size={16} />} onClick={() => onDialog('share')}>{t('boards.share')}</Button>}
      {may && !dashboard.may_change && <Button variant="default" onClick={() => void duplicate()} loading={copy.isPending}>{t('boards.duplicate')}</Button>}
      {dashboard.may_change && <Button leftSection={<IconLayoutDashboard size={16} />} onClick={onEdit}>{t('boards.edit')}</Button>}
    </>
  );
}

interface EditProps {
  id: string;
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  onEnd: () => void;
}

function EditBar({ id, draft, onChange, onEnd }: EditProps) {
  const { t } = useTranslation();
  const save = useSaveDashboard();
  const keep = async () => {
    try {
      await save.mutateAsync({ id, name: draft.name.trim(), shared: draft.shared, period: draft.period, tiles: draft.tiles.map(wanted) });
      done(t('boards.done.saved', { name: draft.name.trim() }));
      onEnd();
    } catch (error) {
      failed(t, error);
    }
  };
  return (
    <div className={styles.panel} role="group" aria-label={t('boards.edit')}>
      <div className={styles.row}>
        <TextInput aria-label={t('boards.newName')} value={draft.name} maxLength={120} onChange={(event) => onChange({ name: event.currentTarget.value })} />
        <Select aria-label={t('boards.period')} title={t('boards.period')} allowDeselect={false} value={draft.period} data={presets.map((preset) => ({ value: preset, label: t(`boards.presets.${preset}`) }))}
          onChange={(period) => onChange({ period: period ?? 'last_28_days' })} />
        <Checkbox label={t('boards.shared')} checked={draft.shared} onChange={(event) => onChange({ shared: event.currentTarget.checked })} />
      </div>
      <div className={styles.row}>
        <AddTiles tiles={draft.tiles} onChange={(tiles) => onChange({ tiles })} />
        <span className={styles.unsaved}>{t('boards.unsaved')}</span>
        <Button variant="default" onClick={onEnd}>{t('boards.discard')}</Button>
        <Button onClick={() => void keep()} loading={save.isPending} disabled={draft.name.trim() === ''}>{t('boards.finish')}</Button>
      </div>
    </div>
  );
}
