import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricName } from '../api/client';
import { useAnswer } from '../api/queries';
import type { Cell } from '../lib/csv';
import { filterFields, type FilterField } from '../lib/search';
import { change } from '../lib/series';
import { ChartCard } from './ChartCard';
import { useFormat } from './Shop';
import { useTable } from './useTable';
import { useView } from './useView';
import { useWords } from './useWords';
import styles from './BreakdownCard.module.css';
import cards from './Cards.module.css';

/** A rate that stands on fewer than this says so. */
const FEW = 100;

export interface Group {
  name: string;
  /** Of the whole, by the first metric. */
  share: number;
  value: number;
}

interface Row {
  cells: Cell[];
  /** Change of the first metric against the compared period. */
  moved: number | null;
}

interface Props {
  title: string;
  by: FilterField;
  metrics: readonly MetricName[];
  /** What to say of the greatest group. */
  finding: (first: Group, count: number) => string | null;
  /** Metric that a rate stands on; `n` is printed where it is small. */
  base?: MetricName;
  limit?: number;
  height?: number;
  note?: ReactNode;
}

/** Metrics by the values of one dimension; a click on a value filters by it. */
export function BreakdownCard({ title, by, metrics, finding, base = 'sessions', limit = 50, height = 320, note }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const view = useView();
  const [first] = metrics;
  const query = useAnswer({
    kind: 'Breakdown', metrics: [...metrics], by: [by], ...view.asked,
    sort: { column: first!, descending: true }, limit,
  });
  const table = useTable(query);
  const rows = useMemo(
    () => Array.from({ length: table?.size ?? 0 }, (_, row): Row => ({
      cells: [table?.text(row, by) ?? null, ...metrics.map((metric) => table?.number(row, metric) ?? null)],
      moved: change(table?.number(row, first!), table?.number(row, `${first}_previous`)),
    })),
    [table, by, metrics, first],
  );
  const whole = useTable(useAnswer({ kind: 'Totals', metrics: [first!], period: view.asked.period, filters: view.asked.filters, comparison: 'none' }));
  // Rows may have been left out, so the whole is asked for.
  const total = whole?.number(0, first!) ?? 0;
  const left = query.data?.meta.notes.find(({ code }) => code === 'rows_left_out')?.count ?? 0;
  const greatest = rows[0]?.cells;
  const moves = new Map(rows.map(({ cells, moved }) => [cells[0], moved]));
  const baseAt = metrics.indexOf(base) + 1;
  const pick = (value: string) => view.setFilters([...view.filters.filter(({ field }) => field !== by), { field: by, op: 'is', values: [value] }]);
  const name = (value: Cell) => {
    const text = words.value(by, value === null || value === undefined ? null : String(value));
    if (value === null || value === undefined || !filterFields.includes(by)) return text;
    return <button type="button" className={styles.pick} title={t('chart.pick', { value: text })} onClick={() => pick(String(value))}>{text}</button>;
  };
  const figure = (metric: MetricName) => (value: Cell, row: readonly Cell[]) => {
    const unit = table?.unit(metric);
    const n = baseAt > 0 ? Number(row[baseAt]) : FEW;
    const few = unit === 'ratio' && value !== null && n < FEW ? ` (${t('chart.tooFew', { count: n })})` : '';
    const text = format.unit((value ?? null) as number | null, unit, unit === 'money') + few;
    const moved = metric === first && view.comparison !== 'none' ? (moves.get(row[0]) ?? null) : null;
    return moved === null ? text : <>{text} <small className={cards.moved} title={words.than(view)}>{format.change(moved)}</small></>;
  };
  return (
    <ChartCard
      title={title}
      finding={greatest && total > 0 ? finding({ name: words.value(by, greatest[0] === null ? null : String(greatest[0])), share: (greatest[1] as number) / total, value: greatest[1] as number }, rows.length) : null}
      asked={query}
      empty={rows.length === 0}
      height={height}
      note={left > 0 ? t('chart.leftOut', { count: left }) : note}
      table={{
        sort: { key: first!, descending: true },
        columns: [
          { key: by, label: t(`field.${by}`), bar: first, show: name },
          ...metrics.map((metric) => ({ key: metric, label: words.metric(metric), numeric: true, show: figure(metric) })),
        ],
        rows: rows.map(({ cells }) => cells),
        more: view.comparison === 'none' ? [] : [{ label: `${words.metric(first!)} ${words.than(view)}`, values: rows.map(({ moved }) => moved) }],
      }}
    />
  );
}
