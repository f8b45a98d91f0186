import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconChartBar, IconDownload, IconFileTypeCsv, IconPhoto, IconTable } from '@tabler/icons-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { download, fileName, toCsv, type Cell } from '../lib/csv';
import type { EChartsCoreOption } from '../lib/echarts';
import { Chart, type ChartHandle } from './Chart';
import { CardState, type Asked } from './CardState';
import { DataTable, type Column } from './DataTable';
import { Legend, type LegendEntry } from './Legend';
import { useTokens } from './Shop';
import styles from './Card.module.css';

export interface TableData {
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  sort?: { key: string; descending: boolean };
  /** Columns that only the CSV has, a value a row in the order of the rows. */
  more?: readonly { label: string; values: readonly Cell[] }[];
}

interface Props {
  title: string;
  /** One sentence with a figure: what the chart shows. */
  finding?: string | null;
  unit?: string;
  /** Stands where the unit would, for instance the time zone. */
  aside?: string;
  legend?: readonly LegendEntry[];
  asked: Asked;
  empty: boolean;
  height: number;
  table: TableData;
  /** The option of the chart; without it the table is the display. */
  option?: (narrow: boolean) => EChartsCoreOption;
  /** Stands in the place of a chart, with the table one click away. */
  display?: ReactNode;
  /** What chooses among views of this card. */
  controls?: ReactNode;
  points?: readonly string[];
  pointSeries?: number;
  onRange?: (first: number, last: number) => void;
  /** What stands instead of the common words when there is nothing to show. */
  emptyState?: ReactNode;
  note?: ReactNode;
}

/** The one frame of every chart: what it says, how to read it, its data as a table, image and CSV, and its four states. */
export function ChartCard(props: Props) {
  const { t } = useTranslation();
  const { title, finding, unit, aside = unit && t('chart.unitOf', { unit }), legend, asked, empty, height, table, option, display, controls, points, pointSeries, onRange, emptyState, note } = props;
  const tokens = useTokens();
  const heading = useId();
  const chart = useRef<ChartHandle>(null);
  const [asTable, setAsTable] = useState(false);
  const ready = asked.data !== undefined && !empty;

  const saveCsv = () => {
    const more = table.more ?? [];
    const text = toCsv(
      [...table.columns, ...more].map(({ label }) => label),
      table.rows.map((row, index) => [...row, ...more.map(({ values }) => values[index])]),
    );
    download(`${fileName(title)}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
  };
  const savePng = async () => {
    const image = chart.current?.png(tokens.surface);
    if (image) download(`${fileName(title)}.png`, pngOf(image));
  };

  return (
    <section className={styles.card} aria-labelledby={heading} data-card={fileName(title)}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id={heading} className={styles.title}>{title}</h2>
          <p className={styles.finding}>{ready && finding ? finding : '\u00a0'}</p>
        </div>
        {ready && (
          <div className={styles.tools}>
            {(option || display) && (
              <Tooltip label={t(asTable ? 'chart.chart' : 'chart.table')}>
                <ActionIcon variant="subtle" color="gray" aria-pressed={asTable} aria-label={`${t(asTable ? 'chart.chart' : 'chart.table')}: ${title}`}
                  onClick={() => setAsTable(!asTable)}>
                  {asTable ? <IconChartBar size={17} /> : <IconTable size={17} />}
                </ActionIcon>
              </Tooltip>
            )}
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={t('chart.menu', { title })}><IconDownload size={17} /></ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {option && !asTable && <Menu.Item leftSection={<IconPhoto size={15} />} onClick={savePng}>{t('chart.png')}</Menu.Item>}
                <Menu.Item leftSection={<IconFileTypeCsv size={15} />} onClick={saveCsv}>{t('chart.csv')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </div>
        )}
      </header>
      {controls}
      <CardState title={title} asked={asked} empty={empty} height={height + (legend || aside ? 28 : 0)} emptyState={emptyState}>
        {(legend || aside) && <Legend entries={asTable ? [] : (legend ?? [])} aside={aside} />}
        {option && !asTable && (
          <Chart ref={chart} option={option} height={height} points={points} pointSeries={pointSeries} onRange={onRange}
            label={[title, finding, points?.length ? t('chart.keys') : ''].filter(Boolean).join('. ')} />
        )}
        {display && !asTable && display}
        {(asTable || (!option && !display)) && (
          <DataTable caption={title} columns={table.columns} rows={table.rows} sort={table.sort} maxHeight={height} />
        )}
        {note && <div className={styles.note}>{note}</div>}
      </CardState>
    </section>
  );
}

function pngOf(dataUrl: string): Blob {
  const bytes = Uint8Array.from(atob(dataUrl.split(',')[1] ?? ''), (sign) => sign.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}
