import { Tooltip } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, DataTable } from '../../api/client';
import { useFormat } from '../../components/Shop';
import { cellText, isNumeric } from './cells';
import { useTableWords } from './useTableWords';
import styles from './Data.module.css';

/** A page of stored rows under a head that stays; each head explains its column. */
export function PreviewTable({ table, answer, stale }: { table: DataTable; answer: Answer; stale: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useTableWords();
  const frame = useRef<HTMLDivElement>(null);
  const meaning = new Map(table.columns.map((column) => [column.name, column.meaning]));
  // Another page begins at its first row.
  useEffect(() => {
    frame.current?.scrollTo?.({ top: 0 });
  }, [answer]);
  return (
    <div ref={frame} className={styles.frame} data-stale={stale} aria-busy={stale} tabIndex={0} role="group" aria-label={t('data.previewOf', { name: table.name })}>
      <table className={styles.table}>
        <caption className="hidden-text">{t('data.previewOf', { name: table.name })}</caption>
        <thead>
          <tr>
            {answer.columns.map((column) => (
              <th key={column.name} scope="col" data-numeric={isNumeric(column)}>
                <Tooltip label={words(meaning.get(column.name) ?? column.name)} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
                  <a href={`#column-${column.name}`}>{column.name}</a>
                </Tooltip>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row, index) => (
            // Stored rows have no key of their own.
            <tr key={index}>
              {answer.columns.map((column, place) => (
                <td key={column.name} data-numeric={isNumeric(column)} data-absent={row[place] === null}>{cellText(row[place], column, format, (value) => t(`value.${value}`))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
