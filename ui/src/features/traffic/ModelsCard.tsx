import { useTranslation } from 'react-i18next';
import cards from '../../components/Cards.module.css';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import type { Cell } from '../../lib/csv';
import { sum, type Value } from '../../lib/series';
import { models, type Attribution } from './useAttribution';

/** Revenue by every model side by side; that of the chosen one with its change. */
export function ModelsCard({ credit }: { credit: Attribution }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, at, model, by, than } = credit;
  const full = (value: Cell) => format.unit((value ?? null) as Value, 'money', true);
  const first = rows[0];
  const moves = new Map(rows.map((row) => [row.name, row.moved]));
  const withMove = (value: Cell, row: readonly Cell[]) => {
    const moved = moves.get(String(row[0])) ?? null;
    return <>{full(value)}{moved !== null && <small className={cards.moved} title={than ?? undefined}>{format.change(moved)}</small>}</>;
  };
  const column = (one: (typeof models)[number]) => ({ key: one, label: t(`traffic.modelName.${one}`), numeric: true, show: one === model && than !== null ? withMove : full });
  return (
    <ChartCard
      title={t('traffic.models')}
      finding={first ? t('traffic.modelsFinding', { name: first.name, low: full(Math.min(...first.revenue)), high: full(Math.max(...first.revenue)) }) : null}
      asked={credit.query}
      empty={sum(rows.map(({ revenue }) => revenue[at]!)) <= 0}
      height={330}
      note={t('traffic.attributionNote')}
      table={{
        sort: { key: model, descending: true },
        columns: [{ key: by, label: t(`field.${by}`), bar: model }, ...models.map(column)],
        rows: rows.map((row) => [row.name, ...row.revenue]),
        more: than === null ? [] : [{ label: `${t(`traffic.modelName.${model}`)} ${than}`, values: rows.map(({ moved }) => moved) }],
      }}
    />
  );
}
