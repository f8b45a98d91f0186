import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '@mantine/core';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { useStepWords } from './useWay';
import { optionsOf, parts, type Part, type Way } from './way';
import styles from './Funnel.module.css';

/** A rate on fewer than this is no match for others. */
const ENOUGH = 100;

interface Group {
  value: string | null;
  entered: number[];
  share: number;
}

/** The same way by the values of a dimension. */
export function PartsCard({ way, setBy }: { way: Way; setBy: (by: Part) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const names = useStepWords();
  const { asked } = useView();
  const query = useAnswer({ kind: 'Funnel', period: asked.period, filters: asked.filters, by: [way.by], limit: 20, funnel: optionsOf(way, 'steps') });
  const table = useTable(query);
  const groups = useMemo(() => {
    const found = new Map<string | null, Group>();
    for (let row = 0; row < (table?.size ?? 0); row += 1) {
      const value = table?.text(row, way.by) ?? null;
      const group = found.get(value) ?? { value, entered: [], share: 0 };
      group.entered.push(table?.number(row, 'entered') ?? 0);
      group.share = table?.number(row, 'from_first_step') ?? 0;
      found.set(value, group);
    }
    return [...found.values()];
  }, [table, way.by]);
  const best = groups.filter(({ entered }) => (entered[0] ?? 0) >= ENOUGH).reduce<Group | null>((top, group) => (top === null || group.share > top.share ? group : top), null);
  const steps = way.steps.map((step) => names.step(step));
  const left = query.data?.meta.notes.find(({ code }) => code === 'rows_left_out')?.count ?? 0;
  const title = t('paths.funnel.parts', { dimension: t(`field.${way.by}`).toLocaleLowerCase() });
  return (
    <div>
      <div className={styles.pick}>
        <Select size="sm" w={200} label={t('paths.funnel.by')} value={way.by} allowDeselect={false} onChange={(by) => setBy(by as Part)} data={parts.map((value) => ({ value, label: t(`field.${value}`) }))} />
      </div>
      <ChartCard
        title={title}
        finding={best ? t('paths.funnel.partsFinding', { name: words.value(way.by, best.value), share: format.ratio(best.share), count: format.count(best.entered[0] ?? 0) as never }) : t('paths.funnel.partsNone')}
        asked={query}
        empty={groups.length === 0}
        height={320}
        note={left > 0 ? t('chart.leftOut', { count: Math.round(left / way.steps.length) }) : undefined}
        table={{
          columns: [
            { key: way.by, label: t(`field.${way.by}`), bar: '0', show: (value) => words.value(way.by, (value ?? null) as string | null) },
            ...steps.map((label, index) => ({
              key: String(index), label, numeric: true,
              show: (value: unknown, row: readonly unknown[]) => (index === 0 ? format.count(Number(value)) : `${format.count(Number(value))} (${format.unit(Number(row[1]) ? Number(value) / Number(row[1]) : null, 'ratio')})`),
            })),
            { key: 'share', label: t('paths.funnel.last'), numeric: true, show: (value, row) => format.unit(Number(value), 'ratio') + (Number(row[1]) < ENOUGH ? ` (${t('chart.tooFew', { count: Number(row[1]) })})` : '') },
          ],
          rows: groups.map(({ value, entered, share }) => [value, ...entered, share]),
        }}
      />
    </div>
  );
}
