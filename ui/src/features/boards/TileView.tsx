import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pixels, type Tile } from './arrange';
import { ChartView } from './ChartView';
import { full, type Asked, type FullPlan } from './plan';
import styles from './Boards.module.css';

/** What the frame of a chart takes of its tile: head, legend, note. */
const FRAME = 162;
const LOWEST = 120;

export function chartHeight(rows: number): number {
  return Math.max(LOWEST, pixels(rows) - FRAME);
}

/** What stands on a tile: a note, a chart, or that the chart is gone. */
export function TileView({ tile, view, chart }: { tile: Tile; view: Asked; chart?: (name: string, plan: FullPlan, height: number) => ReactNode }) {
  const { t } = useTranslation();
  const plan = useMemo(() => (tile.chart ? full(tile.chart.plan) : null), [tile.chart]);
  if (tile.kind === 'note') return <div className={styles.note} tabIndex={0} role="note">{tile.text}</div>;
  if (plan === null || !tile.chart) return <div className={styles.gone}><strong>{t('boards.gone')}</strong><p>{t('boards.goneHow')}</p></div>;
  if (chart) return chart(tile.chart.name, plan, chartHeight(tile.height));
  return <ChartView name={tile.chart.name} plan={plan} view={view} height={chartHeight(tile.height)} />;
}
