import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import type { Cell } from '../../lib/csv';

const SHOWN = 50;

/** The abandoned carts themselves, for those who may see single visitors. */
export function CartListCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const { asked } = useView();
  const query = useAnswer({ kind: 'CartList', carts: { state: 'abandoned' }, limit: SHOWN, period: asked.period, filters: asked.filters });
  const table = useTable(query);
  const rows = Array.from({ length: table?.size ?? 0 }, (_, row): Cell[] => [
    table?.text(row, 'user_id') ?? table?.text(row, 'visitor_id') ?? null, table?.text(row, 'began') ?? null, table?.text(row, 'touched_at') ?? null,
    words.value('channel', table?.text(row, 'channel') ?? null), words.value('device', table?.text(row, 'device') ?? null),
    table?.number(row, 'pieces') ?? null, table?.number(row, 'value') ?? null, table?.text(row, 'unpriced') === 'true', table?.text(row, 'visitor_id') ?? null,
  ]);
  const total = query.data?.meta.total ?? rows.length;
  const value = (known: Cell, row: readonly Cell[]) => {
    if (known === null || known === undefined) return t('conversions.unknownValue');
    const shown = format.money(Number(known));
    return row[7] === true ? t('conversions.partly', { value: shown }) : shown;
  };
  const person = (name: Cell, row: readonly Cell[]) => {
    const visitor = row[8];
    if (!visitor) return String(name ?? '–');
    return <Link to={'/journeys' as never} search={{ visitor: String(visitor) } as never} aria-label={t('conversions.openJourney', { visitor: String(name) })}>{String(name)}</Link>;
  };
  return (
    <ChartCard
      title={t('conversions.list')}
      finding={t('conversions.listFinding', { count: total, value: format.money(Number(rows[0]?.[6] ?? 0)) })}
      asked={query}
      empty={rows.length === 0}
      height={300}
      note={total > rows.length ? t('chart.leftOut', { count: total - rows.length }) : undefined}
      table={{
        sort: { key: 'value', descending: true },
        columns: [
          { key: 'who', label: t('conversions.who'), show: person },
          { key: 'began', label: t('conversions.began'), oneLine: true, show: (at) => format.instant(String(at)) },
          { key: 'touched', label: t('conversions.touched'), oneLine: true, show: (at) => format.instant(String(at)) },
          { key: 'channel', label: t('field.channel') },
          { key: 'device', label: t('field.device') },
          { key: 'pieces', label: t('conversions.pieces'), numeric: true },
          { key: 'value', label: t('conversions.value'), numeric: true, show: value },
        ],
        rows,
      }}
    />
  );
}
