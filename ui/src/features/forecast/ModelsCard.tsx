import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { NOTHING } from '../../lib/format';
import type { ForecastQuery } from './ForecastPage';
import { calm, Refused, tooShort } from './Refused';
import styles from './Forecast.module.css';

const names = ['seasonal_naive', 'seasonal_mean', 'holt_winters_level', 'holt_winters_damped', 'theta', 'calendar_regression', 'combination'] as const;
type Name = (typeof names)[number];
const isName = (text: string): text is Name => (names as readonly string[]).includes(text);
const HEIGHT = 300;

/** How each model did on the past, beside repeating last week. */
export function ModelsCard({ query }: { query: ForecastQuery }) {
  const { t } = useTranslation();
  const format = useFormat();
  const data = query.error ? undefined : query.data;
  const naive = data?.scores.find(({ model }) => model === 'seasonal_naive')?.mase ?? null;
  const best = data?.scores[0];
  const ratio = (value: unknown) => (typeof value === 'number' ? format.exact(value, 2, 2) : NOTHING);
  const share = (value: unknown) => (typeof value === 'number' ? format.ratio(value, 0) : NOTHING);
  const name = (model: string) => (isName(model) ? t(`forecast.model.${model}`) : model);
  const weeks = data?.scores[0]?.weeks ?? [];
  const better = naive && typeof best?.mase === 'number' ? 1 - best.mase / naive : null;
  return (
    <ChartCard
      title={t('forecast.models')}
      finding={data && (better !== null && better > 0
        ? t('forecast.modelsFinding', { model: name(data.model), share: format.ratio(better, 0), count: data.trials })
        : t('forecast.modelsNaive', { count: data.trials }))}
      asked={calm(query)}
      empty={data === undefined}
      emptyState={tooShort(query) ? <Refused asked={query} height={HEIGHT} what="history" /> : undefined}
      height={HEIGHT}
      note={t('forecast.modelsNote')}
      table={{
        columns: [
          { key: 'model', label: t('forecast.modelWord'), show: (value) => <span className={value === data?.model ? styles.chosen : undefined}>{name(String(value))}{value === data?.model && ` ✓`}</span> },
          { key: 'wape', label: t('forecast.wape'), numeric: true, show: share },
          { key: 'mase', label: 'MASE', numeric: true, show: ratio },
          ...weeks.map(({ from, to }) => ({ key: `${from}`, label: t('forecast.week', { from, to }), numeric: true, show: ratio })),
        ],
        rows: (data?.scores ?? []).map((score) => [score.model, score.wape, score.mase, ...score.weeks.map(({ mase }) => mase)]),
      }}
    />
  );
}
