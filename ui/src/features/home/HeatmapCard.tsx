import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useShop, useTokens } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { heatOption } from '../../lib/plots';
import { useTable } from './useHome';

const HOURS = 24;
const DAYS = 7;

/** When people order: hour by weekday, in the shop's time. */
export function HeatmapCard() {
  const { t } = useTranslation();
  const { format, site } = useShop();
  const tokens = useTokens();
  const words = useWords();
  const { asked } = useView();
  const query = useAnswer({ kind: 'Breakdown', metrics: ['orders'], period: asked.period, filters: asked.filters, comparison: 'none', by: ['weekday', 'hour'], limit: HOURS * DAYS });
  const table = useTable(query);

  const cells = useMemo(() => {
    const counts = Array.from({ length: DAYS * HOURS }, () => 0);
    for (let row = 0; row < (table?.size ?? 0); row += 1) {
      const place = (Number(table?.text(row, 'weekday')) - 1) * HOURS + Number(table?.text(row, 'hour'));
      if (place in counts) counts[place] = table?.number(row, 'orders') ?? 0;
    }
    return counts.map((value, place): [number, number, number] => [place % HOURS, Math.floor(place / HOURS), value]);
  }, [table]);
  const hours = useMemo(() => Array.from({ length: HOURS }, (_, hour) => format.hour(hour)), [format]);
  const days = useMemo(() => Array.from({ length: DAYS }, (_, day) => format.weekday(day + 1)), [format]);
  const orders = words.metric('orders');
  const option = useCallback(
    (narrow: boolean) => heatOption({ tokens, narrow, hours, days, cells, full: (value) => format.count(value), word: orders }),
    [tokens, hours, days, cells, format, orders],
  );
  const busiest = cells.reduce((top, cell) => (cell[2] > top[2] ? cell : top), cells[0]!);
  return (
    <ChartCard
      title={t('home.heatmap')}
      finding={t('home.heatmapFinding', { day: format.weekday(busiest[1] + 1, 'long'), hour: format.hour(busiest[0]), count: format.count(busiest[2]) as never })}
      asked={query}
      empty={busiest[2] === 0}
      height={240}
      option={option}
      legend={[{ label: t('home.fewer'), color: tokens.sequential[0]! }, { label: t('home.many'), color: tokens.sequential.at(-1)! }]}
      aside={`${t('chart.zone')}, ${site.zone}`}
      points={cells.map(([hour, day, value]) => `${format.weekday(day + 1, 'long')} ${format.hour(hour)}: ${format.count(value)}`)}
      table={{
        columns: [
          { key: 'weekday', label: t('field.weekday'), show: (value) => format.weekday(Number(value), 'long') },
          { key: 'hour', label: t('field.hour'), numeric: true, show: (value) => format.hour(Number(value)) },
          { key: 'orders', label: orders, numeric: true, show: (value) => format.count(Number(value)) },
        ],
        rows: cells.map(([hour, day, value]) => [day + 1, hour, value]),
      }}
    />
  );
}
