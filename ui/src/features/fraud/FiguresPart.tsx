import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FraudQuality, FraudStats, useFraudStats } from '../../api/fraud';
import type { Asked as Shown } from '../../components/CardState';
import { ChartCard } from '../../components/ChartCard';
import { Formula } from '../../components/Formula';
import { useFormat, useTokens } from '../../components/Shop';
import { daysOption, levelColours, levels } from './options';
import { useRisk } from './Risk';
import { useIndicatorWords } from './words';
import styles from './Fraud.module.css';

type Asked = ReturnType<typeof useFraudStats>;

/** How many payments of which level, what spoke, and whether people agreed. */
export function FiguresPart({ asked }: { asked: Asked }) {
  return (
    <>
      <div className={styles.gap}><PerDay asked={asked} stats={asked.data} /></div>
      <div className={styles.two}>
        <Indicators asked={asked} stats={asked.data} />
        <QualityCard asked={asked} quality={asked.data?.quality} />
      </div>
    </>
  );
}

function PerDay({ asked, stats }: { asked: Asked; stats: FraudStats | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const risk = useRisk();
  const days = useMemo(() => stats?.days ?? [], [stats]);
  const names = { low: risk('low'), medium: risk('medium'), high: risk('high') };
  const said = JSON.stringify(names);
  const option = useCallback(
    (narrow: boolean) => daysOption({
      tokens, narrow, days: days.map(({ day }) => day), names: JSON.parse(said) as typeof names,
      counts: { low: days.map(({ low }) => low), medium: days.map(({ medium }) => medium), high: days.map(({ high }) => high) },
      short: (day) => format.day(day, 'short'), long: (day) => format.day(day, 'long'), axis: (value) => format.compact(value),
    }),
    [tokens, days, said, format],
  );
  const worst = days.reduce<(typeof days)[number] | undefined>((best, day) => (day.medium + day.high > (best ? best.medium + best.high : 0) ? day : best), undefined);
  const colours = levelColours(tokens);
  return (
    <ChartCard title={t('fraud.perDay')} asked={asked} empty={days.length === 0} height={240} option={option}
      legend={levels.map((level) => ({ label: names[level], color: colours[level] }))}
      finding={worst ? t('fraud.perDayFinding', { day: format.day(worst.day, 'long'), shown: format.count(worst.medium + worst.high) }) : t('fraud.perDayNone')}
      points={days.map(({ day, low, medium, high }) => `${format.day(day, 'long')}: ${names.low} ${low}, ${names.medium} ${medium}, ${names.high} ${high}`)}
      table={{
        columns: [
          { key: 'day', label: t('fraud.day'), show: (value) => format.day(String(value), 'long') },
          ...(['minimal', 'low', 'medium', 'high'] as const).map((level) => ({ key: level, label: risk(level), numeric: true, show: (value: unknown) => format.count(Number(value)) })),
        ],
        rows: days.map(({ day, minimal, low, medium, high }) => [day, minimal, low, medium, high]),
      }} />
  );
}

function Indicators({ asked, stats }: { asked: Asked; stats: FraudStats | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useIndicatorWords();
  const rows = stats?.indicators ?? [];
  const first = rows[0];
  return (
    <ChartCard title={t('fraud.byIndicator')} asked={asked} empty={rows.length === 0} height={360} note={<Formula title={t('fraud.precision')} lines={[t('fraud.precisionHow')]} />}
      finding={first ? t('fraud.byIndicatorFinding', { name: words.name(first.name), shown: format.count(first.raised) }) : null}
      table={{
        sort: { key: 'raised', descending: true },
        columns: [
          { key: 'name', label: t('fraud.indicatorColumn'), bar: 'raised' },
          { key: 'raised', label: t('fraud.raised'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'precision', label: t('fraud.precision'), numeric: true, show: (value) => (typeof value === 'number' ? format.ratio(value) : '–') },
        ],
        rows: rows.map(({ name, raised, precision }) => [words.name(name), raised, precision]),
      }} />
  );
}

/** Precision and recall at each level's threshold. */
export function QualityCard({ asked, quality, title }: { asked: Shown; quality: FraudQuality | undefined; title?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const risk = useRisk();
  const rows = quality && quality.fraud + quality.legit > 0 ? quality.at_levels : [];
  const medium = rows.find(({ level }) => level === 'medium');
  const share = (value: unknown) => (typeof value === 'number' ? format.ratio(value) : '–');
  return (
    <ChartCard title={title ?? t('fraud.quality')} asked={asked} empty={rows.length === 0} height={200} emptyState={<p className={styles.quiet} role="status">{t('fraud.qualityNone')}</p>}
      note={<Formula title={t('fraud.quality')} lines={[t('fraud.precisionHow'), t('fraud.recallHow')]} />}
      finding={medium && quality ? t('fraud.qualityFinding', { fraud: format.count(quality.fraud), caught: format.count(medium.caught) }) : null}
      table={{
        columns: [
          { key: 'level', label: t('fraud.threshold') },
          { key: 'caught', label: t('fraud.caught'), numeric: true },
          { key: 'disturbed', label: t('fraud.disturbed'), numeric: true },
          { key: 'precision', label: t('fraud.precision'), numeric: true, show: share },
          { key: 'recall', label: t('fraud.recall'), numeric: true, show: share },
        ],
        rows: rows.map(({ level, score, caught, disturbed, precision, recall }) => [`${risk(level)} (${format.exact(score, 0)})`, caught, disturbed, precision, recall]),
      }} />
  );
}
