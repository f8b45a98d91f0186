import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { createColumnHelper, createSortedRowModel, rowSortingFeature, sortFns, tableFeatures, useTable, type SortingState } from '@tanstack/react-table';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell } from '../lib/csv';
import styles from './DataTable.module.css';

export interface Column {
  key: string;
  label: string;
  numeric?: boolean;
  /** Whether it stays on one line, as days and instants do. */
  oneLine?: boolean;
  show?: (value: Cell, row: readonly Cell[]) => ReactNode;
  /** Key of the column whose value stands behind this one as a bar, against the greatest of them. */
  bar?: string;
}

interface Props {
  caption: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  maxHeight?: number;
  sort?: { key: string; descending: boolean };
}

type Row = readonly Cell[];
const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns });
const helper = createColumnHelper<typeof features, Row>();

/** A real table whose columns sort; also the text alternative of every chart. */
export function DataTable({ caption, columns, rows, maxHeight, sort }: Props) {
  const { t } = useTranslation();
  const [sorting, setSorting] = useState<SortingState>(sort ? [{ id: sort.key, desc: sort.descending }] : []);
  const definitions = useMemo(
    () => columns.map((column, index) =>
      helper.accessor((row): unknown => row[index] ?? undefined, {
        id: column.key, sortUndefined: 'last', sortDescFirst: column.numeric === true,
        sortFn: column.numeric === true ? 'basic' : 'alphanumeric',
      })),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns: definitions, data, state: { sorting }, onSortingChange: setSorting });
  const bars = useMemo(
    () => columns.map(({ bar }) => {
      const from = columns.findIndex(({ key }) => key === bar);
      return { from, greatest: from < 0 ? 0 : Math.max(0, ...rows.map((row) => Number(row[from]) || 0)) };
    }),
    [columns, rows],
  );
  return (
    // What scrolls has to be reachable by keyboard.
    <div className={styles.frame} style={maxHeight ? { maxHeight } : undefined} tabIndex={0} role="group" aria-label={caption}>
      <table className={styles.table}>
        <caption className="hidden-text">{caption}</caption>
        <thead>
          <tr>
            {table.getFlatHeaders().map((header, index) => {
              const sorted = header.column.getIsSorted();
              return (
                <th key={header.id} scope="col" data-numeric={columns[index]?.numeric} aria-sort={ariaSort(sorted)}>
                  <button type="button" title={t('chart.sort', { column: columns[index]?.label })} onClick={header.column.getToggleSortingHandler()}>
                    {columns[index]?.label}
                    {sorted === 'asc' && <IconArrowUp size={12} aria-hidden />}
                    {sorted === 'desc' && <IconArrowDown size={12} aria-hidden />}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column, index) => {
                const value = row.original[index];
                const shown = column.show ? column.show(value, row.original) : value;
                const { from, greatest } = bars[index]!;
                const share = greatest > 0 ? Math.max(0, Number(row.original[from]) || 0) / greatest : 0;
                return (
                  <td key={column.key} data-numeric={column.numeric} data-one-line={column.oneLine}>
                    {column.bar && <span className={styles.bar} style={{ width: `${share * 100}%` }} />}
                    <span className={styles.value}>{shown}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ariaSort(sorted: false | 'asc' | 'desc') {
  if (sorted === false) return 'none' as const;
  return sorted === 'asc' ? ('ascending' as const) : ('descending' as const);
}
