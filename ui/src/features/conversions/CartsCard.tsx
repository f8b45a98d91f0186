import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, useTokens } from '../../components/Shop';
import { TimeCard } from '../../components/TimeCard';
import { addDays } from '../../lib/period';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { ended, states, useCarts, useCartsBefore } from './useCarts';

/** Carts by the day they began and what became of them. */
export function CartsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const view = useView();
  const { days } = view;
  const { table: whole } = useCarts();
  const before = useCartsBefore();
  const { query, table } = useCarts('day');
  const colors = { bought: tokens.fill, recovered: tokens.series[2]!, open: tokens.rest, emptied: tokens.grid, abandoned: tokens.series[1]! };
  const buckets = useMemo(() => {
    const all: string[] = [];
    for (let day = days.from; day <= days.to; day = addDays(day, 1)) all.push(day);
    return all;
  }, [days]);
  const place = new Map(table?.texts('day').map((day, row) => [day, row]));
  const values = (state: string) => buckets.map((day) => {
    const row = place.get(day);
    return row === undefined ? 0 : (table?.number(row, state) ?? 0);
  });
  const carts = ended(whole);
  const unpriced = whole?.number(0, 'unpriced') ?? 0;
  const share = whole?.number(0, 'abandonment') ?? null;
  const shareBefore = before?.number(0, 'abandonment') ?? null;
  const moved = share === null || shareBefore === null ? '' : ` ${t('conversions.cartsMoved', { moved: format.points(share - shareBefore), than: words.than(view), before: format.ratio(shareBefore) })}`;
  const note = `${t('conversions.cartsNote')}${moved}`;
  return (
    <TimeCard
      title={t('conversions.carts')}
      finding={share === null ? null : t('conversions.cartsFinding', {
        share: format.ratio(share), carts: format.count(carts), lost: format.moneyCompact(whole?.number(0, 'lost_value') ?? 0),
        recovered: format.count(whole?.number(0, 'recovered') ?? 0), revenue: format.moneyCompact(whole?.number(0, 'recovered_revenue') ?? 0),
      })}
      asked={query}
      buckets={table ? buckets : []}
      grain="day"
      shape="stack"
      lines={states.map((state) => ({ label: t(`conversions.state.${state}`), values: table ? values(state) : [], unit: 'count', color: colors[state] }))}
      height={260}
      note={unpriced > 0 ? `${note} ${t('conversions.cartsUnpriced', { count: unpriced })}` : note}
    />
  );
}
