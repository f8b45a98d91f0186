import '@mantine/core/styles/Switch.css';
import { SegmentedControl, Select, Switch } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardState } from '../../components/CardState';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import { Facets } from './Facets';
import { HistogramCard } from './HistogramCard';
import { LogDrawer } from './LogDrawer';
import { MoreFilters } from './MoreFilters';
import { QueryBox } from './QueryBox';
import { ResultTable, type Line } from './ResultTable';
import { SearchTools } from './SearchTools';
import { text, type Log } from './types';
import { useLogSearch, useSearchView } from './useLogs';
import { useTail } from './useTail';
import { asked, ranges, sorts, type Range, type Sort } from './view';
import styles from './Logs.module.css';

/** A few events are always on their way. */
const MANY = 5_000;

/** Finds any log, counts what was found, and follows what comes. Everything that is chosen stands in the address. */
export function SearchPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const analyst = useMay('analyst');
  const [view, change] = useSearchView();
  const [follows, setFollows] = useState(false);
  const [now] = useState(() => Date.now());
  const search = useMemo(() => asked(view, now), [view, now]);
  const found = useLogSearch(search);
  const tail = useTail(search, follows);
  const first = found.data?.pages[0];
  const total = Number(first?.total ?? 0);
  const lines = useMemo<Line[]>(
    () => (found.data?.pages ?? []).flatMap(({ results }) => (results ?? []).map(({ id = '', source, highlight }) => ({ id, log: source as Log, highlight: highlight as Line['highlight'] }))),
    [found.data],
  );
  const live = useMemo<Line[]>(() => tail.logs.map((log) => ({ id: text(log, 'id') ?? '', log })), [tail.logs]);
  const open = useCallback((id: string | null) => change({ log: id }, true), [change]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const between = useCallback((since: string, until: string) => change({ since, until }), [change]);
  const pending = Number(first?.pending ?? 0);
  const subtitle = first ? t('logs.found', { count: total, shown: format.count(total), took: Number(first.took) }) : '\u00a0';
  return (
    <>
      <PageHead title={t('logs.searchTitle')} subtitle={subtitle}>
        {analyst && <SearchTools search={search} onView={change} />}
      </PageHead>
      <QueryBox q={view.q} notes={first?.notes ?? []} problem={found.error} onQuery={(q) => change({ q })} />
      {first?.rebuilding && <p className={styles.note} role="status">{t('logs.rebuilding')}</p>}
      {pending > MANY && <p className={styles.note} role="status">{t('logs.pending', { count: pending, shown: format.count(pending) })}</p>}
      <div className={styles.controls}>
        <SegmentedControl aria-label={t('logs.range')} value={view.since || view.until ? '' : view.range} onChange={(range) => change({ range: range as Range, since: undefined, until: undefined })}
          data={ranges.map((range) => ({ value: range, label: t(`logs.ranges.${range}`) }))} />
        {(view.since || view.until) && <button type="button" className={styles.value} style={{ width: 'auto' }} aria-pressed onClick={() => change({ since: undefined, until: undefined })}><span>{t('logs.between', { since: view.since ? format.instant(view.since) : '…', until: view.until ? format.instant(view.until) : '…' })} ✕</span></button>}
        {analyst && <MoreFilters view={view} onView={change} />}
        <Select aria-label={t('logs.sort')} value={view.sort} allowDeselect={false} w={190} onChange={(sort) => change({ sort: sort as Sort })} data={sorts.map((sort) => ({ value: sort, label: t(`logs.sorts.${sort}`) }))} />
        <Switch label={t('logs.fuzzy')} checked={view.fuzzy} onChange={(event) => change({ fuzzy: event.currentTarget.checked })} />
        <Switch label={t('logs.follow')} checked={follows} onChange={(event) => setFollows(event.currentTarget.checked)} />
      </div>
      <div className={styles.explorer}>
        {analyst ? <Facets counted={first?.facets ?? {}} picked={view.picked} onPick={(facet, values) => change({ picked: { ...view.picked, [facet]: values } })} /> : <span />}
        <div>
          {!follows && <div className={styles.gap}><HistogramCard answer={first} asked={found} onTime={between} /></div>}
          {follows && <p className={styles.note} role="status">{t(`logs.tail.${tail.status}`, { count: live.length })}{tail.dropped > 0 && ` ${t('logs.tail.dropped', { count: tail.dropped })}`}</p>}
          {follows && <ResultTable lines={live} total={live.length} open={view.log} onOpen={open} />}
          {!follows && (
            <CardState title={t('logs.results')} asked={found} empty={lines.length === 0} height={420} emptyState={<p className={styles.note} role="status">{t('logs.nothing')}</p>}>
              <ResultTable key={JSON.stringify(search)} lines={lines} total={total} open={view.log} onOpen={open} onEnd={more} />
              <p className={styles.note}>{t('logs.shownOf', { shown: format.count(lines.length), total: format.count(total) })}</p>
            </CardState>
          )}
        </div>
      </div>
      <LogDrawer id={view.log} onOpen={open} onCondition={(written) => change({ q: `${view.q} ${written}`.trim(), log: null })} />
    </>
  );
}
