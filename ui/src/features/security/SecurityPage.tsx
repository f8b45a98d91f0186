import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../components/ChartCard';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay, useShop, useTokens } from '../../components/Shop';
import { AllowedCard } from './AllowedCard';
import { BlocksCard } from './BlocksCard';
import { Figure } from './Figure';
import { FindingDrawer } from './FindingDrawer';
import { FindingsCard } from './FindingsCard';
import { Tone } from './Tone';
import { mapOption } from './map';
import { courseOption } from './options';
import { useSecurityView, useSummary } from './useSecurity';
import { course, ranges, severities, type Range } from './view';
import { useSecurityWords } from './words';
import { useWorld } from './useWorld';
import styles from './Security.module.css';

type Asked = ReturnType<typeof useSummary>;

/** What was tried against the shop and against this server, by whom, and what became of it. */
export function SecurityPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('analyst');
  const mayAllow = useMay('moderator');
  const [view, change] = useSecurityView();
  const asked = useSummary(view.range);
  const summary = asked.data;
  if (!may) return <PageHead title={t('security.title')} subtitle={t('security.noRight')} />;
  const count = (value: number | undefined) => format.compact(value ?? 0);
  const severe = (summary?.severities ?? []).filter(({ severity }) => severity === 'critical' || severity === 'high').reduce((sum, { findings }) => sum + Number(findings), 0);
  const sources = (summary?.addresses ?? []).filter(({ source }) => source).length;
  const said = summary && (summary.findings ? t('security.said', { count: Number(summary.findings), shown: format.count(Number(summary.findings)), requests: format.count(Number(summary.requests)), sources: format.count(sources), open: format.count(Number(summary.open)) }) : t('security.quiet'));
  return (
    <>
      <PageHead title={t('security.title')} subtitle={said ?? '\u00a0'}>
        <SegmentedControl aria-label={t('security.range')} value={view.range} data={ranges.map((value) => ({ value, label: t(`security.ranges.${value}`) }))} onChange={(range) => change({ range: range as Range })} />
      </PageHead>
      <ul className={styles.figures} aria-label={t('security.figures')}>
        <Figure name="findings" value={count(summary?.findings)} />
        <Figure name="severe" value={count(severe)} />
        <Figure name="open" value={count(summary?.open)} />
        <Figure name="requests" value={count(summary?.requests)} />
        <Figure name="sources" value={sources >= 100 ? t('security.atLeast', { count: sources }) : count(sources)} />
      </ul>
      <div className={styles.gap}><CourseCard asked={asked} /></div>
      <div className={styles.gap}><CountriesCard asked={asked} /></div>
      <div className={styles.two}><KindsCard asked={asked} onKind={(kind) => change({ kind })} /><SourcesCard asked={asked} onAddress={(address) => change({ address })} /></div>
      <FindingsCard view={view} change={change} />
      <div className={styles.gap}><RulesCard asked={asked} /></div>
      {mayAllow && <BlocksCard />}
      <AllowedCard mayChange={mayAllow} />
      <FindingDrawer id={view.finding} mayAllow={mayAllow} onClose={() => change({ finding: null })} />
    </>
  );
}

function CourseCard({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useSecurityWords();
  const { site } = useShop();
  const summary = asked.data;
  const { daily, buckets, bySeverity } = useMemo(() => course(summary?.hours ?? [], { from: summary?.from ?? '', to: summary?.to ?? '' }, site.zone), [summary, site.zone]);
  const colors = useMemo(() => ({ critical: tokens.bad, high: tokens.warn, medium: tokens.bar, low: tokens.rest }), [tokens]);
  const parts = useMemo(() => severities.map((severity) => ({ label: words.severity(severity), values: bySeverity[severity], color: colors[severity] })), [bySeverity, colors, words]);
  const short = useCallback((bucket: string) => (daily ? format.day(bucket) : format.clock(bucket)), [daily, format]);
  const long = useCallback((bucket: string) => (daily ? format.day(bucket, 'weekday') : format.instant(bucket)), [daily, format]);
  const option = useCallback((narrow: boolean) => courseOption({ tokens, narrow, buckets, parts, short, long, count: (value) => format.compact(value) }), [tokens, buckets, parts, short, long, format]);
  const totals = buckets.map((_, index) => severities.reduce((sum, severity) => sum + (bySeverity[severity][index] ?? 0), 0));
  const most = totals.reduce((best, value, index) => (value > (totals[best] ?? 0) ? index : best), 0);
  return (
    <ChartCard title={t('security.course')} finding={totals[most] ? t('security.courseFinding', { count: totals[most], shown: format.count(totals[most]), time: long(buckets[most] ?? '') }) : null} aside={site.zone}
      asked={asked} empty={totals.every((value) => value === 0)} emptyState={<p className={styles.note}>{t('security.quiet')}</p>} height={200} option={option}
      legend={parts.map(({ label, color }) => ({ label, color, shape: 'block' as const }))}
      points={buckets.map((bucket, index) => `${long(bucket)}: ${parts.map(({ label, values }) => `${label} ${values[index] ?? 0}`).join(', ')}`)}
      table={{
        columns: [{ key: 'time', label: t('security.time'), show: (value) => long(String(value)) }, ...parts.map(({ label }, index) => ({ key: severities[index]!, label, numeric: true }))],
        rows: buckets.map((bucket, index) => [bucket, ...parts.map(({ values }) => values[index] ?? 0)]),
      }} />
  );
}

function KindsCard({ asked, onKind }: { asked: Asked; onKind: (kind: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useSecurityWords();
  const kinds = asked.data?.classes ?? [];
  const first = kinds[0];
  const all = Math.max(1, Number(asked.data?.requests ?? 1));
  return (
    <ChartCard title={t('security.classes')} finding={first ? t('security.classesFinding', { kind: words.kind(first.kind), share: format.ratio(Number(first.requests) / all) }) : null} asked={asked} empty={kinds.length === 0} emptyState={<p className={styles.note}>{t('security.quiet')}</p>} height={300}
      table={{
        sort: { key: 'requests', descending: true },
        columns: [
          { key: 'kind', label: t('security.kind'), bar: 'requests', show: (value) => <button type="button" className={styles.link} onClick={() => onKind(String(value))}>{words.kind(String(value))}</button> },
          { key: 'severity', label: t('security.severity'), show: (value) => <Tone severity={String(value)} /> },
          { key: 'findings', label: t('security.findings'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'requests', label: t('security.requests'), numeric: true, show: (value) => format.count(Number(value)) },
        ],
        rows: kinds.map(({ kind, severity, findings, requests }) => [kind, severity, Number(findings), Number(requests)]),
      }} />
  );
}

/** Where the sources are, as a map; its table and keys go through the countries, the most first. */
function CountriesCard({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useSecurityWords();
  const world = useWorld();
  const small = useMediaQuery('(max-width: 700px)');
  const countries = asked.data?.countries;
  const sources = useMemo(
    () => (countries ?? []).flatMap(({ country, requests }) => (country ? [{ country, requests: Number(requests) }] : [])).sort((one, other) => other.requests - one.requests),
    [countries],
  );
  const first = sources[0];
  const option = useCallback((narrow: boolean) => mapOption({
    tokens, narrow, world: world ?? { width: 1, height: 1, countries: {}, nameless: [], dots: {} }, sources,
    name: words.country, rows: ({ requests }) => [{ label: t('security.requests'), value: format.count(requests) }], quiet: t('security.mapQuiet'),
  }), [tokens, world, sources, words, t, format]);
  return (
    <ChartCard title={t('security.countries')} finding={first ? t('security.countriesFinding', { country: words.country(first.country), requests: format.count(first.requests) }) : null} asked={asked} empty={(countries ?? []).length === 0} emptyState={<p className={styles.note}>{t('security.quiet')}</p>} height={small ? 180 : 400} note={t('security.placesBy')}
      {...(world ? { option } : {})}
      legend={[{ label: t('security.mapMost'), color: tokens.sequential.at(-1)!, shape: 'block' }, { label: t('security.mapFew'), color: tokens.sequential[1]!, shape: 'block' }, { label: t('security.mapQuiet'), color: tokens.grid, shape: 'block' }]}
      points={sources.map(({ country, requests }) => `${words.country(country)}: ${t('security.requests')} ${format.count(requests)}`)}
      table={{
        sort: { key: 'requests', descending: true },
        columns: [
          { key: 'country', label: t('security.country'), bar: 'requests', show: (value) => words.country(value === null || value === undefined ? null : String(value)) },
          { key: 'addresses', label: t('security.addresses'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'findings', label: t('security.findings'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'requests', label: t('security.requests'), numeric: true, show: (value) => format.count(Number(value)) },
        ],
        rows: (countries ?? []).map(({ country, addresses, findings, requests }) => [country ?? null, Number(addresses), Number(findings), Number(requests)]),
      }} />
  );
}

function SourcesCard({ asked, onAddress }: { asked: Asked; onAddress: (address: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useSecurityWords();
  const sources = (asked.data?.addresses ?? []).filter(({ source }) => source);
  const first = sources[0];
  return (
    <ChartCard title={t('security.sources')} finding={first ? t('security.sourcesFinding', { address: first.source, requests: format.count(Number(first.requests)) }) : null} asked={asked} empty={sources.length === 0} emptyState={<p className={styles.note}>{t('security.quiet')}</p>} height={280}
      table={{
        sort: { key: 'requests', descending: true },
        columns: [
          { key: 'address', label: t('security.address'), bar: 'requests', show: (value) => <button type="button" className={styles.link} onClick={() => onAddress(String(value))}>{String(value)}</button> },
          { key: 'country', label: t('security.country'), show: (value) => words.country(value === null || value === undefined ? null : String(value)) },
          { key: 'last', label: t('security.last'), show: (value) => format.instant(String(value)) },
          { key: 'requests', label: t('security.requests'), numeric: true, show: (value) => format.count(Number(value)) },
        ],
        rows: sources.map(({ source, country, requests, last_at: last }) => [source ?? null, country ?? null, last ?? null, Number(requests)]),
      }} />
  );
}

function RulesCard({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useSecurityWords();
  const rules = asked.data?.rules ?? [];
  const decided = rules.reduce((sum, { real, false_alarms: wrong }) => sum + Number(real) + Number(wrong), 0);
  const wrong = rules.reduce((sum, rule) => sum + Number(rule.false_alarms), 0);
  return (
    <ChartCard title={t('security.rules')} finding={decided ? t('security.rulesFinding', { share: format.ratio(wrong / decided), count: decided, shown: format.count(decided) }) : t('security.rulesNone')} asked={asked} empty={rules.length === 0} emptyState={<p className={styles.note}>{t('security.quiet')}</p>} height={280}
      table={{
        sort: { key: 'findings', descending: true },
        columns: [
          { key: 'rule', label: t('security.rule') }, { key: 'kind', label: t('security.kind'), show: (value) => words.kind(String(value)) },
          { key: 'findings', label: t('security.findings'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'real', label: t('security.states.real'), numeric: true }, { key: 'wrong', label: t('security.states.false_alarm'), numeric: true },
        ],
        rows: rules.map(({ rule, kind, findings, real, false_alarms: alarms }) => [rule, kind, Number(findings), Number(real), Number(alarms)]),
      }} />
  );
}
