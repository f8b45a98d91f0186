import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useShop, useTokens } from '../../components/Shop';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { weekdayCounts } from '../../lib/period';
import { heatOption } from '../../lib/plots';

const HOURS = 24;
const DAYS = 7;

/** When sessions start, in a mean week: sums would favour the weekday that the period holds once more. */
export function HoursCard() {
  const { t } = useTranslation();
  const { format, site } = useShop();
  const tokens = useTokens();
  const { asked, days } = useView();
  const query = useAnswer({ kind: 'Breakdown', metrics: ['sessions'], period: asked.period, filters: asked.filters, comparison: 'none', by: ['weekday', 'hour'], limit: HOURS * DAYS });
  const table = useTable(query);
  const cells = useMemo(() => {
    const counts = weekdayCounts(days);
    const sums = Array.from({ length: DAYS * HOURS }, () => 0);
    for (let row = 0; row < (table?.size ?? 0); row += 1) {
      const place = (Number(table?.text(row, 'weekday')) - 1) * HOURS + Number(table?.text(row, 'hour'));
      if (place in sums) sums[place] = table?.number(row, 'sessions') ?? 0;
    }
    return sums.map((value, place): [number, number, number] => {
      const day = Math.floor(place / HOURS);
      return [place % HOURS, day, value / Math.max(1, counts[day] ?? 0)];
    });
  }, [table, days]);
  const hours = useMemo(() => Array.from({ length: HOURS }, (_, hour) => format.hour(hour)), [format]);
  const names = useMemo(() => Array.from({ length: DAYS }, (_, day) => format.weekday(day + 1)), [format]);
  const word = t('traffic.hoursWord');
  const option = useCallback(
    (narrow: boolean) => heatOption({ tokens, narrow, hours, days: names, cells, full: (value) => format.count(value), word }),
    [tokens, hours, names, cells, format, word],
  );
  const busiest = cells.reduce((top, cell) => (cell[2] > top[2] ? cell : top), cells[0]!);
  return (
    <ChartCard
      title={t('traffic.hours')}
      finding={t('traffic.hoursFinding', { day: format.weekday(busiest[1] + 1, 'long'), hour: format.hour(busiest[0]), value: format.count(busiest[2]) })}
      asked={query}
      empty={busiest[2] === 0}
      height={260}
      option={option}
      legend={[{ label: t('home.fewer'), color: tokens.sequential[0]! }, { label: t('home.many'), color: tokens.sequential.at(-1)! }]}
      aside={`${t('chart.zone')}, ${site.zone}`}
      points={cells.map(([hour, day, value]) => `${format.weekday(day + 1, 'long')} ${format.hour(hour)}: ${format.count(value)}`)}
      table={{
        columns: [
          { key: 'weekday', label: t('field.weekday'), show: (value) => format.weekday(Number(value), 'long') },
          { key: 'hour', label: t('field.hour'), numeric: true, show: (value) => format.hour(Number(value)) },
          { key: 'sessions', label: word, numeric: true, show: (value) => format.count(Number(value)) },
        ],
        rows: cells.map(([hour, day, value]) => [day + 1, hour, value]),
      }}
    />
  );
}
