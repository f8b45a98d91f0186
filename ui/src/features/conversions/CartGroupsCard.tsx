import { useTranslation } from 'react-i18next';
import cards from '../../components/Cards.module.css';
import { ChartCard } from '../../components/ChartCard';
import { Choice } from '../../components/Choice';
import { useFormat } from '../../components/Shop';
import { useChoice } from '../../components/useChoice';
import { useWords } from '../../components/useWords';
import type { Cell } from '../../lib/csv';
import { useCarts } from './useCarts';

const groups = ['channel', 'device', 'country', 'weekday', 'visitor_kind', 'segment'] as const;
const units = { carts: 'count', abandonment: 'ratio', lost_value: 'money', recovery: 'ratio', recovered_revenue: 'money' } as const;
type Figure = keyof typeof units;

/** Where carts are abandoned, and what they would have brought. */
export function CartGroupsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const [by, choose] = useChoice('carts', groups);
  const { query, table } = useCarts(by);
  const figures = Object.keys(units) as Figure[];
  const labels: Record<Figure, string> = {
    carts: t('conversions.cartsColumn'), abandonment: t('conversions.abandonment'), lost_value: t('conversions.lost'), recovery: t('conversions.recovery'), recovered_revenue: t('conversions.recoveredRevenue'),
  };
  const rows = Array.from({ length: table?.size ?? 0 }, (_, row): Cell[] => [words.value(by, table?.text(row, by) ?? null), ...figures.map((figure) => table?.number(row, figure) ?? null)]);
  const lost = figures.indexOf('lost_value') + 1;
  const worst = rows.reduce<Cell[] | undefined>((top, row) => (Number(row[lost]) > Number(top?.[lost] ?? -1) ? row : top), undefined);
  return (
    <div className={cards.chosen}>
      <Choice label={t('conversions.by')} words={groups} chosen={by} choose={choose} name={(word) => t(`field.${word}`)} />
      <ChartCard
        title={`${t('conversions.cartGroups')} · ${t(`field.${by}`)}`}
        finding={worst ? t('conversions.cartGroupsFinding', { name: String(worst[0]), lost: format.moneyCompact(Number(worst[lost])) }) : null}
        asked={query}
        empty={rows.length === 0}
        height={320}
        table={{
          sort: { key: 'lost_value', descending: true },
          columns: [
            { key: by, label: t(`field.${by}`), bar: 'lost_value' },
            ...figures.map((figure) => ({ key: figure, label: labels[figure], numeric: true, show: (value: Cell) => format.unit((value ?? null) as number | null, units[figure], units[figure] === 'money') })),
          ],
          rows,
        }}
      />
    </div>
  );
}
