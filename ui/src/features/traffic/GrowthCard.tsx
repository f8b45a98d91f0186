import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useShop, useTokens } from '../../components/Shop';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { signedOption } from '../../lib/plots';
import type { Value } from '../../lib/series';
import { growthOf, wholeWeeks } from '../../lib/weeks';

/** How much more or fewer visitors each week has than the one before. */
export function GrowthCard() {
  const { t } = useTranslation();
  const { site, format } = useShop();
  const tokens = useTokens();
  const words = useWords();
  const { asked, days } = useView();
  const query = useAnswer({ kind: 'Trend', metrics: ['visitors'], grain: 'week', period: wholeWeeks(days), filters: asked.filters, comparison: 'none' });
  const table = useTable(query);
  const { weeks, visitors, growth } = useMemo(
    () => growthOf(table?.texts('bucket').map((text) => text ?? '') ?? [], table?.numbers('visitors') ?? [], site.first_day),
    [table, site.first_day],
  );
  const full = useCallback((value: Value) => (value === null ? format.unit(null, 'ratio') : format.change(value)), [format]);
  const word = t('traffic.growthWord');
  const option = useCallback(
    (narrow: boolean) => signedOption({
      tokens, narrow, names: weeks.map((week) => format.day(week)), values: growth, axis: (value) => format.changeShort(value), full, word,
      long: (index) => `${t('traffic.growthWeek')} ${format.day(weeks[index] ?? '', 'long')}`,
    }),
    [tokens, weeks, growth, format, full, word, t],
  );
  const last = growth.length - 1;
  const said = { visitors: format.count(visitors[last] ?? 0), change: full(growth[last] ?? null) };
  return (
    <ChartCard
      title={t('traffic.growth')}
      finding={(growth[last] ?? null) === null ? t('traffic.growthFindingFirst', said) : t('traffic.growthFinding', said)}
      asked={query}
      empty={visitors.every((value) => !value)}
      height={250}
      option={option}
      points={weeks.map((week, index) => `${t('traffic.growthWeek')} ${format.day(week, 'long')}: ${full(growth[index] ?? null)}`)}
      note={t('traffic.growthNote')}
      table={{
        columns: [
          { key: 'week', label: t('traffic.growthWeek'), show: (value) => format.day(String(value), 'long') },
          { key: 'visitors', label: words.metric('visitors'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'growth', label: word, numeric: true, show: (value) => full((value ?? null) as Value) },
        ],
        rows: weeks.map((week, index) => [week, visitors[index], growth[index]]),
      }}
    />
  );
}
