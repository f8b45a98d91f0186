import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCopyChart, useRemoveChart, useRestoreChart, type SavedChart } from '../../api/boards';
import { CardState, type Asked } from '../../components/CardState';
import { useFormat, useMay } from '../../components/Shop';
import { useTitle } from './ChartView';
import { full } from './plan';
import { done, failed, removed } from './undo';
import styles from './Boards.module.css';

/** The charts that the reader may see. */
export function SavedCharts({ asked, charts }: { asked: Asked; charts: readonly SavedChart[] }) {
  const { t } = useTranslation();
  return (
    <section className={styles.saved} aria-labelledby="saved">
      <h2 id="saved">{t('boards.saved')}</h2>
      <CardState title={t('boards.saved')} asked={asked} empty={charts.length === 0} height={140}
        emptyState={<div className={styles.none}><strong>{t('boards.savedNone')}</strong><p>{t('boards.savedNoneHow')}</p></div>}>
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('boards.saved')}>
          <table className={styles.table}>
            <thead>
              <tr>
                {(['name', 'drawing', 'owner', 'seenBy', 'changed'] as const).map((column) => <th key={column} scope="col">{t(`boards.${column}`)}</th>)}
                <th scope="col"><span className="hidden-text">{t('keys.actions')}</span></th>
              </tr>
            </thead>
            <tbody>{charts.map((chart) => <Row key={chart.id} chart={chart} />)}</tbody>
          </table>
        </div>
      </CardState>
    </section>
  );
}

function Row({ chart }: { chart: SavedChart }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('analyst');
  const title = useTitle()(chart.name, full(chart.plan));
  const copy = useCopyChart();
  const remove = useRemoveChart();
  const restore = useRestoreChart();
  const attempt = (work: Promise<unknown>, then: () => void) => void work.then(then).catch((error: unknown) => failed(t, error));
  return (
    <tr>
      <th scope="row"><Link to="." search={((before: Record<string, unknown>) => ({ ...before, chart: chart.id })) as never} className={styles.link}>{title}</Link></th>
      <td>{t(`boards.drawings.${chart.plan.drawing}`)}</td>
      <td>{chart.owner}</td>
      <td>{t(chart.shared ? 'boards.everybody' : 'boards.mine')}</td>
      <td>{format.instant(chart.changed_at)}</td>
      <td className={styles.action}>
        {may && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('boards.actions', { name: title })}><IconDots size={17} /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => attempt(copy.mutateAsync({ id: chart.id, name: t('boards.copyOf', { name: title }).slice(0, 120) }), () => done(t('boards.done.copied', { name: title })))}>{t('boards.duplicate')}</Menu.Item>
              {chart.may_change && (
                <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => attempt(remove.mutateAsync(chart.id), () => removed(t, title, () => restore.mutateAsync(chart.id)))}>{t('boards.remove')}</Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </td>
    </tr>
  );
}
