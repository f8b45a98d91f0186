import { useTranslation } from 'react-i18next';
import { useFigures } from '../../components/FigureStrip';
import { useFormat, useTokens } from '../../components/Shop';
import { TimeCard } from '../../components/TimeCard';
import { useWords } from '../../components/useWords';
import { figures, useCourse } from './useCourse';

/** How many come for the first time, and how many come back. */
export function NewcomersCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const { query, table, buckets, grain } = useCourse();
  const totals = useFigures(figures).table;
  const all = totals?.number(0, 'visitors') ?? 0;
  const fresh = totals?.number(0, 'new_visitors') ?? 0;
  const arrivals = table?.numbers('new_visitors') ?? [];
  const back = (table?.numbers('visitors') ?? []).map((value, index) => (value ?? 0) - (arrivals[index] ?? 0));
  return (
    <TimeCard
      title={t('traffic.newcomers')}
      finding={all > 0 ? t('traffic.newcomersFinding', { share: format.ratio(fresh / all) }) : null}
      asked={query}
      buckets={buckets}
      grain={grain}
      lines={[
        { label: t('traffic.returning'), values: back, unit: 'count', color: tokens.bar },
        { label: words.metric('new_visitors'), values: arrivals, unit: 'count', color: tokens.fill },
      ]}
      shape="stack"
      height={240}
      note={t('traffic.newcomersNote')}
    />
  );
}
