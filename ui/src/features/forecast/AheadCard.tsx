import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForecastMetric } from '../../api/forecasts';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { useWords } from '../../components/useWords';
import type { Value } from '../../lib/series';
import type { ForecastQuery } from './ForecastPage';
import { forecastOption } from './options';
import { calm, Refused, tooShort } from './Refused';

const SHOWN_DAYS = 84;
const HEIGHT = 340;

/** The last weeks and the next ones, with 80 and 95 % intervals. */
export function AheadCard({ metric, query }: { metric: ForecastMetric; query: ForecastQuery }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const data = query.error ? undefined : query.data;
  const unit = data?.unit ?? null;
  const known = useMemo(() => (data?.history ?? []).slice(-SHOWN_DAYS).map(({ day, value }) => ({ day, value: value ?? null })), [data]);
  const ahead = useMemo(() => data?.days ?? [], [data]);
  const strange = useMemo(() => new Set(data?.strange.map(({ day }) => day)), [data]);
  const full = useCallback((value: Value) => format.unit(value, unit, true), [format, unit]);
  const said = useMemo(() => ({ known: t('forecast.known'), expected: t('forecast.expected'), of80: t('forecast.of80'), of95: t('forecast.of95'), strange: t('home.anomaly') }), [t]);
  const option = useCallback(
    () => forecastOption({ tokens, known, ahead, strange, words: said, full, short: (day) => format.day(day), long: (day) => format.day(day, 'weekday'), axis: (value) => format.axis(value, unit) }),
    [tokens, known, ahead, strange, said, full, format, unit],
  );
  const coverage = data?.coverage;
  const points = [
    ...known.map(({ day, value }) => `${format.day(day, 'weekday')}: ${full(value)}`),
    ...ahead.map(({ day, expected, low80, high80 }) => `${format.day(day, 'weekday')}: ${said.expected} ${full(expected)}, ${said.of80} ${full(low80)} – ${full(high80)}`),
  ];
  return (
    <ChartCard
      title={t('forecast.ahead', { metric: words.metric(metric), days: words.days(ahead.length || 28) })}
      finding={coverage ? t('forecast.coverage', { of80: format.ratio(coverage.of80, 0), of95: format.ratio(coverage.of95, 0), count: coverage.days }) : t('forecast.coverageNone')}
      unit={words.unit(unit)}
      asked={calm(query)}
      empty={data === undefined}
      emptyState={tooShort(query) ? <Refused asked={query} height={HEIGHT} what="history" /> : undefined}
      height={HEIGHT}
      option={option}
      points={points}
      legend={[
        { label: said.known, color: tokens.second, shape: 'line' },
        { label: said.expected, color: tokens.accent, shape: 'dash' },
        { label: said.of80, color: tokens.bar },
        { label: said.of95, color: tokens.accentSoft },
        ...(known.some(({ day }) => strange.has(day)) ? [{ label: said.strange, color: tokens.bad, shape: 'dot' as const }] : []),
      ]}
      note={data && data.missing > 0 ? t('forecast.missing', { count: data.missing }) : undefined}
      table={{
        columns: [
          { key: 'day', label: t('field.day'), oneLine: true, show: (value) => format.day(String(value), 'weekday') },
          ...[said.known, said.expected, `${said.of80} ↓`, `${said.of80} ↑`, `${said.of95} ↓`, `${said.of95} ↑`].map((label) => ({ key: label, label, numeric: true, show: (value: unknown) => format.unit((value ?? null) as Value, unit) })),
        ],
        rows: [
          ...known.map(({ day, value }) => [day, value, null, null, null, null, null]),
          ...ahead.map(({ day, expected, low80, high80, low95, high95 }) => [day, null, expected, low80, high80, low95, high95]),
        ],
        sort: { key: 'day', descending: true },
      }}
    />
  );
}
