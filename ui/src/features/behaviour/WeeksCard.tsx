import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import cards from '../../components/Cards.module.css';
import { ChartCard } from '../../components/ChartCard';
import { Choice } from '../../components/Choice';
import { useFormat, useShop, useTokens } from '../../components/Shop';
import { useChoice } from '../../components/useChoice';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { addDays, weekday } from '../../lib/period';
import { heatOption } from '../../lib/plots';
import { wholeWeeks } from '../../lib/weeks';

const DAYS = 7;
const metrics = ['sessions', 'conversion_per_session', 'events_per_session', 'orders', 'revenue'] as const;

/** A column per week and a row per weekday: what is regular, and what was out of the ordinary. */
export function WeeksCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { site } = useShop();
  const tokens = useTokens();
  const words = useWords();
  const { asked, days } = useView();
  const [metric, choose] = useChoice('heat', metrics);
  const query = useAnswer({ kind: 'Trend', metrics: [metric], grain: 'day', period: wholeWeeks(days), filters: asked.filters, comparison: 'none' });
  const table = useTable(query);
  const unit = table?.unit(metric) ?? null;
  const grid = useMemo(() => {
    const kept = (table?.texts('bucket') ?? []).flatMap((day, row) => (day !== null && site.first_day !== null && day >= site.first_day ? [{ day, value: table?.number(row, metric) ?? null }] : []));
    const weeks = [...new Set(kept.map(({ day }) => addDays(day, 1 - weekday(day))))];
    const place = new Map(weeks.map((week, index) => [week, index]));
    const cells = kept.flatMap(({ day, value }): [number, number, number][] => (value === null ? [] : [[place.get(addDays(day, 1 - weekday(day)))!, weekday(day) - 1, value]]));
    return { weeks, cells };
  }, [table, metric, site.first_day]);
  const names = useMemo(() => Array.from({ length: DAYS }, (_, day) => format.weekday(day + 1)), [format]);
  const full = useCallback((value: number) => format.unit(value, unit), [format, unit]);
  const word = words.metric(metric);
  const option = useCallback(
    (narrow: boolean) => heatOption({
      tokens, narrow, hours: grid.weeks.map((week) => format.day(week)), days: names, cells: grid.cells, full, word, every: Math.ceil(grid.weeks.length / (narrow ? 4 : 14)),
    }),
    [tokens, grid, names, format, full, word],
  );
  const dayOf = ([week, day]: readonly [number, number, number]) => format.day(addDays(grid.weeks[week] ?? '2024-01-01', day), 'weekday');
  const top = grid.cells.reduce<[number, number, number] | undefined>((best, cell) => (cell[2] > (best?.[2] ?? 0) ? cell : best), undefined);
  return (
    <div className={cards.chosen}>
      <Choice label={t('behaviour.heatOf')} words={metrics} chosen={metric} choose={choose} name={(name) => words.metric(name)} />
      <ChartCard
        title={`${t('behaviour.heat')} · ${word}`}
        finding={top ? t('behaviour.heatFinding', { day: dayOf(top), value: full(top[2]) }) : null}
        asked={query}
        empty={top === undefined}
        height={230}
        option={option}
        legend={[{ label: t('home.fewer'), color: tokens.sequential[0]! }, { label: t('home.many'), color: tokens.sequential.at(-1)! }]}
        points={grid.cells.map((cell) => `${dayOf(cell)}: ${full(cell[2])}`)}
        note={t('behaviour.heatNote')}
        table={{
          columns: [
            { key: 'day', label: t('field.day'), show: (value) => format.day(String(value), 'weekday') },
            { key: metric, label: word, numeric: true, show: (value) => full(Number(value)) },
          ],
          rows: grid.cells.map(([week, day, value]) => [addDays(grid.weeks[week] ?? '2024-01-01', day), value]),
        }}
      />
    </div>
  );
}
