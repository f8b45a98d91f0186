import { Button, Select, Textarea } from '@mantine/core';
import { IconNote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCharts } from '../../api/boards';
import { freshId, type Tile } from './arrange';
import { useTitle } from './ChartView';
import { full } from './plan';
import styles from './Boards.module.css';

/** Puts a saved chart or an empty note at the end. */
export function AddTiles({ tiles, onChange }: { tiles: readonly Tile[]; onChange: (tiles: Tile[]) => void }) {
  const { t } = useTranslation();
  const title = useTitle();
  const charts = useCharts().data ?? [];
  const add = (tile: Omit<Tile, 'id'>) => onChange([...tiles, { ...tile, id: freshId(tiles) }]);
  const addChart = (id: string | null) => {
    const chart = charts.find((one) => one.id === id);
    if (chart) add({ kind: 'chart', width: 6, height: 4, chart: { id: chart.id, name: chart.name, plan: chart.plan }, text: null });
  };
  return (
    <>
      {charts.length > 0 ? (
        <Select aria-label={t('boards.addChart')} placeholder={t('boards.pickChart')} searchable value={null} onChange={addChart}
          data={charts.map((chart) => ({ value: chart.id, label: title(chart.name, full(chart.plan)) }))} />
      ) : <span className={styles.hint}>{t('boards.noCharts')}</span>}
      <Button variant="default" leftSection={<IconNote size={16} />} onClick={() => add({ kind: 'note', width: 4, height: 2, chart: null, text: '' })}>{t('boards.addNote')}</Button>
    </>
  );
}

export function NoteForm({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.note}>
      <Textarea aria-label={t('boards.note')} placeholder={t('boards.noteHint')} minRows={3} rows={4} maxLength={4000} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
    </div>
  );
}
