import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { Formula } from '../../components/Formula';
import { useFormat, useTokens } from '../../components/Shop';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { curveOption, type CurvePoint } from './options';
import { useStepWords } from './useWay';
import { optionsOf, type Way } from './way';

/** How long it takes from the first step to the last. */
export function TimesCard({ way }: { way: Way }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useStepWords();
  const { asked } = useView();
  const query = useAnswer({ kind: 'Funnel', period: asked.period, filters: asked.filters, funnel: optionsOf(way, 'times') });
  const table = useTable(query);
  const points = useMemo((): (CurvePoint & { atRisk: number })[] => Array.from({ length: table?.size ?? 0 }, (_, row) => {
    const number = (column: string) => table?.number(row, column) ?? 0;
    return { seconds: number('seconds'), share: number('share'), low: number('share_low'), high: number('share_high'), atRisk: number('at_risk') };
  }), [table]);
  const ratio = useCallback((value: number) => format.ratio(value), [format]);
  const option = useCallback(
    (narrow: boolean) => curveOption({ tokens, narrow, points, time: words.time, ratio, words: { share: t('paths.funnel.share'), band: t('paths.funnel.band') } }),
    [tokens, points, words, ratio, t],
  );
  const all = points.at(-1)?.share ?? 0;
  const half = points.find(({ share }) => share >= all / 2);
  return (
    <ChartCard
      title={t('paths.funnel.times2')}
      finding={half && all > 0 ? t('paths.funnel.timesFinding', { share: ratio(half.share), time: words.time(half.seconds), all: ratio(all) }) : null}
      aside={t('paths.funnel.timesUnit')}
      asked={query}
      empty={all === 0}
      height={280}
      option={option}
      legend={[{ label: t('paths.funnel.share'), color: tokens.accent, shape: 'line' }, { label: t('paths.funnel.band'), color: tokens.accentSoft }]}
      points={points.map((point) => `${words.time(point.seconds)}: ${ratio(point.share)} (${ratio(point.low)} – ${ratio(point.high)})`)}
      note={<Formula title={t('paths.funnel.times2')} lines={[t('paths.funnel.timesHow1'), t('paths.funnel.timesHow2')]} />}
      table={{
        columns: [
          { key: 'seconds', label: t('paths.funnel.time'), numeric: true, show: (value) => words.time(Number(value)) },
          { key: 'share', label: t('paths.funnel.share'), numeric: true, show: (value) => ratio(Number(value)) },
          { key: 'low', label: `${t('paths.funnel.band')} ↓`, numeric: true, show: (value) => ratio(Number(value)) },
          { key: 'high', label: `${t('paths.funnel.band')} ↑`, numeric: true, show: (value) => ratio(Number(value)) },
          { key: 'at_risk', label: t('paths.funnel.atRisk'), numeric: true, show: (value) => format.count(Number(value)) },
        ],
        rows: points.map(({ seconds, share, low, high, atRisk }) => [seconds, share, low, high, atRisk]),
      }}
    />
  );
}
