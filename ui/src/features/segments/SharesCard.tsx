import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import type { Cell } from '../../lib/csv';
import { NOTHING } from '../../lib/format';
import { sharesOption } from './options';
import { useSegments, type Scheme } from './useSegments';
import { useSegmentName } from './useSegmentName';

/** What each segment is of the people beside what it brings of the money. */
export function SharesCard({ scheme }: { scheme: Scheme }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const name = useSegmentName(scheme);
  const { query, table } = useSegments(scheme, 'shares');
  const rfm = scheme === 'rfm';
  const rows = useMemo(() => Array.from({ length: table?.size ?? 0 }, (_, row) => ({ name: name(table?.text(row, 'segment') ?? null), number: (column: string) => table?.number(row, column) ?? null })), [table, name]);
  const index = useCallback((value: number | null) => (value === null ? NOTHING : format.exact(value, 2)), [format]);
  const words = useMemo(() => ({ people: t(rfm ? 'segments.buyerShare' : 'segments.visitorShare'), money: t('segments.revenueShare'), index: t('segments.valueIndex') }), [t, rfm]);
  const option = useCallback((narrow: boolean) => sharesOption({
    tokens, narrow, words, names: rows.map((row) => row.name), people: rows.map((row) => row.number('visitor_share') ?? 0), money: rows.map((row) => row.number('revenue_share') ?? 0),
    ratio: (value) => format.ratio(value, 0), indexes: rows.map((row) => index(row.number('value_index'))),
  }), [tokens, words, rows, format, index]);
  const best = [...rows].sort((one, other) => (other.number('value_index') ?? 0) - (one.number('value_index') ?? 0))[0];
  const money = (value: Cell) => format.unit((value ?? null) as number | null, 'money');
  const ratio = (value: Cell) => (typeof value === 'number' ? format.ratio(value, 1) : NOTHING);
  const count = (value: Cell) => format.unit((value ?? null) as number | null, 'count');
  const mean = (value: Cell) => (typeof value === 'number' ? format.exact(value, 2) : NOTHING);
  const own = rfm
    ? [['orders_per_visitor', t('segments.ordersEach'), mean], ['days_since_order', t('segments.daysSince'), mean]] as const
    : [['events', t('segments.events'), count], ['event_share', t('segments.eventShare'), ratio], ['conversion', t('segments.conversion'), ratio]] as const;
  const columns = [
    ['visitors', t(rfm ? 'segments.buyers' : 'segments.visitors'), count], ['visitor_share', words.people, ratio], ['orders', t('segments.orders'), count], ['revenue', t('segments.revenue'), money],
    ['revenue_share', words.money, ratio], ['value_index', words.index, mean], ['revenue_per_visitor', t('segments.perVisitor'), money], ...own,
  ] as const;
  return (
    <ChartCard
      title={t(rfm ? 'segments.sharesRfm' : 'segments.shares')}
      finding={best?.number('value_index') ? t('segments.sharesFinding', { name: best.name, index: index(best.number('value_index')) }) : null}
      asked={query}
      empty={rows.every((row) => !row.number('visitors'))}
      height={320}
      option={option}
      legend={[{ label: words.people, color: tokens.rest }, { label: words.money, color: tokens.fill }]}
      points={rows.map((row) => `${row.name}: ${words.people} ${ratio(row.number('visitor_share'))}, ${words.money} ${ratio(row.number('revenue_share'))}, ${words.index} ${index(row.number('value_index'))}`)}
      note={t(rfm ? 'segments.sharesRfmNote' : 'segments.sharesNote')}
      table={{
        columns: [{ key: 'segment', label: t('segments.segment') }, ...columns.map(([key, label, show]) => ({ key, label, numeric: true, show }))],
        rows: rows.map((row) => [row.name, ...columns.map(([key]) => row.number(key))]),
      }}
    />
  );
}
