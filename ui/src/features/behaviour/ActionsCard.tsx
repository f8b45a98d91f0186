import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import type { Cell } from '../../lib/csv';
import { actions, countActions } from './figures';

/** What is done, how often, and how often in a session. */
export function ActionsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const { asked } = useView();
  const query = useAnswer({ kind: 'Totals', metrics: ['events', 'page_views', 'views', 'add_to_carts', 'checkouts', 'sessions'], period: asked.period, filters: asked.filters, comparison: 'none' });
  const table = useTable(query);
  const figure = (name: string) => table?.number(0, name) ?? 0;
  const counts = countActions({ events: figure('events'), page_views: figure('page_views'), views: figure('views'), add_to_carts: figure('add_to_carts'), checkouts: figure('checkouts') });
  const all = figure('events');
  const sessions = figure('sessions');
  const rows = actions.map((action): Cell[] => [t(`behaviour.actionName.${action}`), counts[action], all > 0 ? counts[action] / all : null, sessions > 0 ? counts[action] / sessions : null]);
  const most = actions.reduce((top, action) => (counts[action] > counts[top] ? action : top), actions[0]);
  return (
    <ChartCard
      title={t('behaviour.actions')}
      finding={all > 0 ? t('behaviour.actionsFinding', { name: t(`behaviour.actionName.${most}`), share: format.ratio(counts[most] / all, 0) }) : null}
      asked={query}
      empty={all === 0}
      height={230}
      table={{
        sort: { key: 'events', descending: true },
        columns: [
          { key: 'action', label: t('behaviour.action'), bar: 'events' },
          { key: 'events', label: words.metric('events'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'share', label: t('behaviour.share'), numeric: true, show: (value) => format.unit((value ?? null) as number | null, 'ratio') },
          { key: 'each', label: t('behaviour.perSession'), numeric: true, show: (value) => (typeof value === 'number' ? format.exact(Math.round(value * 100) / 100, 2) : format.unit(null, 'count')) },
        ],
        rows,
      }}
    />
  );
}
