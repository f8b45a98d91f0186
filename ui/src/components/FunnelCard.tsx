import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../api/queries';
import { funnelOption } from '../lib/plots';
import { ChartCard } from './ChartCard';
import { useFormat, useTokens } from './Shop';
import { useTable } from './useTable';
import { useView } from './useView';

const steps = ['sessions', 'view_sessions', 'cart_sessions', 'checkout_sessions', 'purchase_sessions'] as const;

/** Where sessions are lost on the way to a purchase. */
export function FunnelCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const { asked } = useView();
  const query = useAnswer({ kind: 'Totals', metrics: [...steps], period: asked.period, filters: asked.filters, comparison: 'none' });
  const table = useTable(query);

  const way = useMemo(() => {
    const counts = steps.map((step) => table?.number(0, step) ?? 0);
    return steps.map((step, index) => {
      const value = counts[index]!;
      const before = index === 0 ? value : counts[index - 1]!;
      const kept = before === 0 ? 0 : value / before;
      return {
        label: t(`home.funnelSteps.${step}`), value, kept, lost: Math.max(0, before - value),
        ofAll: counts[0] ? value / counts[0] : 0,
        count: format.compact(value), share: index === 0 ? format.ratio(1, 0) : `${format.ratio(kept, 1)} →`,
        lostText: `${format.count(Math.max(0, before - value))} (${format.ratio(1 - kept, 1)})`,
      };
    });
  }, [table, t, format]);

  const words = useMemo(() => ({ continues: t('home.continues'), left: t('home.left') }), [t]);
  const option = useCallback((narrow: boolean) => funnelOption({ tokens, narrow, steps: way, words }), [tokens, way, words]);
  const worst = way.slice(1).reduce((low, step, index) => (step.kept < low.kept ? { kept: step.kept, after: index } : low), { kept: 1, after: 0 });
  return (
    <ChartCard
      title={t('home.funnel')}
      finding={t('home.funnelFinding', { step: way[worst.after]?.label, share: format.ratio(1 - worst.kept, 1) })}
      unit={t('metric.sessions.label').toLocaleLowerCase()}
      asked={query}
      empty={(way[0]?.value ?? 0) === 0}
      height={280}
      option={option}
      legend={[{ label: words.continues, color: tokens.fill }, { label: words.left, color: tokens.bar, shape: 'hatch' }]}
      points={way.map(({ label, value, kept, lostText }, index) => `${label}: ${format.count(value)}${index > 0 ? `, ${format.ratio(kept, 1)}, ${words.left}: ${lostText}` : ''}`)}
      table={{
        columns: [
          { key: 'step', label: t('home.step') },
          { key: 'sessions', label: t('metric.sessions.label'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'before', label: t('home.fromBefore'), numeric: true, show: (value) => format.ratio(Number(value), 1) },
          { key: 'all', label: t('home.fromStart'), numeric: true, show: (value) => format.ratio(Number(value), 1) },
          { key: 'left', label: words.left, numeric: true, show: (value) => format.count(Number(value)) },
        ],
        rows: way.map(({ label, value, kept, ofAll, lost }) => [label, value, kept, ofAll, lost]),
      }}
    />
  );
}
