import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { ECharts, EChartsCoreOption } from '../lib/echarts';
import { FONT } from '../lib/chartOptions';
import styles from './Chart.module.css';

export interface ChartHandle {
  png(background: string): string | null;
}

interface Props {
  option: (narrow: boolean) => EChartsCoreOption;
  height: number;
  label: string;
  /** What stands at each point, read out when the arrow keys reach it. */
  points?: readonly string[];
  /** Series whose tooltip the arrow keys show. */
  pointSeries?: number;
  /** Called with the first and last index of a range that was drawn across the chart. */
  onRange?: (first: number, last: number) => void;
  ref?: Ref<ChartHandle>;
}

const NARROW_BELOW = 460;

/** Draws an option with ECharts, which loads when the first chart does. The words around it are `ChartCard`'s. */
export function Chart({ option, height, label, points = [], pointSeries = 0, onRange, ref }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts | null>(null);
  const [narrow, setNarrow] = useState(false);
  const [point, setPoint] = useState(-1);

  useImperativeHandle(ref, () => ({
    png: (background) => chart?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: background }) ?? null,
  }), [chart]);

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    let drawn: ECharts | null = null;
    let gone = false;
    const watch = new ResizeObserver(() => {
      setNarrow(element.clientWidth < NARROW_BELOW);
      drawn?.resize();
    });
    // Text drawn before its font has come would keep the wrong one.
    const font = document.fonts?.load(`12px ${FONT}`).catch(() => undefined);
    void Promise.all([import('../lib/echarts'), font]).then(([{ init }]) => {
      if (gone) return;
      drawn = init(element, null, { renderer: 'canvas' });
      watch.observe(element);
      setNarrow(element.clientWidth < NARROW_BELOW);
      setChart(drawn);
    });
    return () => {
      gone = true;
      watch.disconnect();
      drawn?.dispose();
    };
  }, []);

  useEffect(() => {
    if (chart === null) return;
    chart.setOption({ animation: false, ...option(narrow) }, { notMerge: true });
    if (onRange) chart.dispatchAction({ type: 'takeGlobalCursor', key: 'brush', brushOption: { brushType: 'lineX', brushMode: 'single' } });
  }, [chart, option, narrow, onRange]);

  useEffect(() => {
    if (chart === null || !onRange) return undefined;
    const drawn = (event: unknown) => {
      const range = (event as { areas?: { coordRange?: number[] }[] }).areas?.[0]?.coordRange;
      if (!range || range.length !== 2) return;
      chart.dispatchAction({ type: 'brush', areas: [] });
      const [first = 0, last = 0] = range.map(Math.round);
      if (last > first) onRange(first, last);
    };
    chart.on('brushEnd', drawn);
    return () => {
      if (!chart.isDisposed()) chart.off('brushEnd', drawn);
    };
  }, [chart, onRange]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event.key, point, points.length);
    if (next === null) return;
    event.preventDefault();
    setPoint(next);
    chart?.dispatchAction(next < 0 ? { type: 'hideTip' } : { type: 'showTip', seriesIndex: pointSeries, dataIndex: next });
  };

  const leave = () => {
    setPoint(-1);
    chart?.dispatchAction({ type: 'hideTip' });
  };

  return (
    <div className={styles.chart}>
      <div role="img" aria-label={label} tabIndex={points.length > 0 ? 0 : -1} className={styles.canvas} style={{ height }}
        onKeyDown={onKeyDown} onBlur={leave} data-drawn={chart !== null}>
        <div ref={host} className={styles.host} />
      </div>
      <div role="status" className="hidden-text">{points[point] ?? ''}</div>
    </div>
  );
}

/** Where a key leads from a point; null for keys that mean nothing here, -1 for leaving. */
export function moved(key: string, point: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowRight': return Math.min(point + 1, count - 1);
    case 'ArrowLeft': return Math.max(point - 1, 0);
    case 'Home': return 0;
    case 'End': return count - 1;
    case 'Escape': return point >= 0 ? -1 : null;
    default: return null;
  }
}
