import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { useFigures } from '../../components/FigureStrip';
import { useFormat, useTokens } from '../../components/Shop';
import { TimeCard } from '../../components/TimeCard';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { change } from '../../lib/series';
import { figures } from './figures';

const shown = ['events_per_session', 'session_duration', 'bounce_rate'] as const;

/** How much happens in a session, how long it takes, and how many end at once. */
export function EngagementCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const view = useView();
  const query = useAnswer({ kind: 'Trend', metrics: [...shown], grain: view.grain, ...view.asked });
  const table = useTable(query);
  const totals = useFigures(figures).table;
  const now = totals?.number(0, 'events_per_session') ?? null;
  const moved = change(now, totals?.number(0, 'events_per_session_previous'));
  const said = { events: format.count(now ?? 0), change: format.change(moved ?? 0), than: words.than(view) };
  return (
    <TimeCard
      title={t('behaviour.engagement')}
      finding={now === null ? null : t(moved === null ? 'behaviour.engagementFinding' : 'behaviour.engagementFindingChange', said)}
      asked={query}
      buckets={table?.texts('bucket').map((text) => text ?? '') ?? []}
      grain={view.grain}
      shape="panels"
      height={308}
      lines={shown.map((metric, index) => ({
        label: words.metric(metric), values: table?.numbers(metric) ?? [], unit: table?.unit(metric) ?? null, color: tokens.series[index]!,
        before: table?.has(`${metric}_previous`) ? table.numbers(`${metric}_previous`) : null,
        now: format.unit(totals?.number(0, metric), totals?.unit(metric)),
      }))}
    />
  );
}
