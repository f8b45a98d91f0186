import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { useFormat, useTokens } from '../../components/Shop';
import { TimeCard } from '../../components/TimeCard';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { withBots } from '../../lib/search';
import { sum } from '../../lib/series';

/** What bots do, apart from people and whatever the switch says. */
export function BotsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const { asked, grain } = useView();
  const ask = (bots: 'without' | 'only') => ({ kind: 'Trend' as const, metrics: ['events' as const], grain, period: asked.period, comparison: 'none' as const, filters: withBots(asked.filters, bots) });
  const people = useAnswer(ask('without'));
  const robots = useAnswer(ask('only'));
  const table = useTable(people);
  const other = useTable(robots);
  const bots = other?.numbers('events') ?? [];
  const persons = table?.numbers('events') ?? [];
  const all = sum(bots) + sum(persons);
  return (
    <TimeCard
      title={t('traffic.bots')}
      finding={all > 0 ? t('traffic.botsFinding', { share: format.ratio(sum(bots) / all), events: format.count(sum(bots)) }) : null}
      asked={robots.data === undefined ? robots : people}
      buckets={table?.texts('bucket').map((text) => text ?? '') ?? []}
      grain={grain}
      lines={[
        { label: t('traffic.people'), values: persons, unit: 'count', color: tokens.bar },
        { label: t('traffic.robots'), values: bots, unit: 'count', color: tokens.series[1]! },
      ]}
      shape="stack"
      height={222}
      note={t('traffic.botsNote')}
    />
  );
}
