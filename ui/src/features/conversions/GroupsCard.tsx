import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import cards from '../../components/Cards.module.css';
import { ChartCard } from '../../components/ChartCard';
import { Choice } from '../../components/Choice';
import { useFormat, useTokens } from '../../components/Shop';
import { useChoice } from '../../components/useChoice';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { dotsOption } from '../../lib/plots';
import { sum } from '../../lib/series';
import { LEAST, rated } from './groups';

const groups = ['channel', 'weekday', 'device', 'country', 'visitor_kind', 'segment'] as const;

/** How the groups of a dimension convert, with what can be said for sure. */
export function GroupsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const { asked } = useView();
  const [by, choose] = useChoice('groups', groups);
  const ordered = by === 'weekday';
  const query = useAnswer({
    kind: 'Breakdown', metrics: ['sessions', 'purchase_sessions'], by: [by], period: asked.period, filters: asked.filters, comparison: 'none',
    sort: ordered ? { column: 'weekday', descending: false } : { column: 'sessions', descending: true }, limit: 100,
  });
  const table = useTable(query);
  const dots = useMemo(() => {
    const all = Array.from({ length: table?.size ?? 0 }, (_, row) => ({ name: words.value(by, table?.text(row, by) ?? null), hits: table?.number(row, 'purchase_sessions') ?? 0, n: table?.number(row, 'sessions') ?? 0 }));
    return rated(all, ordered).map((dot) => ({ ...dot, rateText: format.ratio(dot.rate), intervalText: `${format.ratio(dot.low)} – ${format.ratio(dot.high)}` }));
  }, [table, by, ordered, words, format]);
  const sessions = sum(table?.numbers('sessions') ?? []);
  const whole = sessions > 0 ? sum(table?.numbers('purchase_sessions') ?? []) / sessions : null;
  const wordsOf = useMemo(() => ({ rate: words.metric('conversion_per_session'), interval: t('conversions.interval') }), [words, t]);
  const option = useCallback(
    (narrow: boolean) => dotsOption({ tokens, narrow, dots, whole, axis: (value) => format.axis(value, 'ratio'), words: wordsOf }),
    [tokens, dots, whole, format, wordsOf],
  );
  const best = dots.reduce((top, dot) => (dot.rate > top.rate ? dot : top), dots[0] ?? { name: '', rate: 0, rateText: '' });
  const worst = dots.reduce((low, dot) => (dot.rate < low.rate ? dot : low), dots[0] ?? { name: '', rate: 0, rateText: '' });
  const said = { best: best.name, high: best.rateText, worst: worst.name, low: worst.rateText };
  return (
    <div className={cards.chosen}>
      <Choice label={t('conversions.by')} words={groups} chosen={by} choose={choose} name={(word) => t(`field.${word}`)} />
      <ChartCard
        title={`${t('conversions.groups')} · ${t(`field.${by}`)}`}
        finding={t(dots.length > 1 ? 'conversions.groupsFinding' : 'conversions.groupsFindingOne', said)}
        asked={query}
        empty={dots.length === 0}
        height={308}
        option={option}
        points={dots.map(({ name, rateText, intervalText, n }) => `${name}: ${rateText} (${intervalText}, n = ${format.count(n)})`)}
        note={t('conversions.groupsNote', { least: LEAST })}
        table={{
          columns: [
            { key: by, label: t(`field.${by}`) },
            { key: 'sessions', label: words.metric('sessions'), numeric: true, show: (value) => format.count(Number(value)) },
            { key: 'purchases', label: t('conversions.purchases'), numeric: true, show: (value) => format.count(Number(value)) },
            { key: 'rate', label: wordsOf.rate, numeric: true, show: (value) => format.ratio(Number(value)) },
            { key: 'low', label: `${wordsOf.interval} ↓`, numeric: true, show: (value) => format.ratio(Number(value)) },
            { key: 'high', label: `${wordsOf.interval} ↑`, numeric: true, show: (value) => format.ratio(Number(value)) },
          ],
          rows: dots.map(({ name, n, hits, rate, low, high }) => [name, n, hits, rate, low, high]),
        }}
      />
    </div>
  );
}
