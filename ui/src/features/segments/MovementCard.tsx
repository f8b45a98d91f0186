import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { useView } from '../../components/useView';
import { addDays } from '../../lib/period';
import { matrixOf, summary, type Move } from './options';
import { activities, grades, useSegments, type Scheme } from './useSegments';
import { useSegmentName } from './useSegmentName';
import styles from './Segments.module.css';

/** Where the visitors of each segment are now. */
export function MovementCard({ scheme }: { scheme: Scheme }) {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useView();
  const name = useSegmentName(scheme);
  const { query, table } = useSegments(scheme, 'movement');
  const order: readonly string[] = scheme === 'rfm' ? grades : activities;
  const outside = order[0] ?? '';
  const moves = useMemo<Move[]>(() => Array.from({ length: table?.size ?? 0 }, (_, row) => ({
    before: table?.text(row, 'segment_before') ?? '', now: table?.text(row, 'segment_now') ?? '', visitors: table?.number(row, 'visitors') ?? 0, share: table?.number(row, 'share') ?? 0,
  })), [table]);
  const matrix = useMemo(() => matrixOf(moves, order), [moves, order]);
  const { all, moved, fresh } = summary(moves, outside);
  const compared = query.data?.meta.compared_with;
  const before = compared?.to ?? addDays(view.days.from, -1);
  return (
    <ChartCard
      title={t('segments.movement')}
      finding={all > 0 ? t('segments.movementFinding', { moved: format.count(moved), all: format.count(all), fresh: format.count(fresh) }) : null}
      asked={query}
      empty={all === 0}
      height={320}
      note={t('segments.movementNote', { before: format.day(before, 'long'), now: format.day(view.days.to, 'long') })}
      display={(
        <div className={styles.frame} tabIndex={0} role="group" aria-label={t('segments.movement')}>
          <table className={styles.matrix}>
            <caption className="hidden-text">{t('segments.movement')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('segments.from')} ↓ · {t('segments.to')} →</th>
                {order.slice(1).map((segment) => <th key={segment} scope="col">{name(segment)}</th>)}
              </tr>
            </thead>
            <tbody>
              {matrix.map((row) => (
                <tr key={row.before}>
                  <th scope="row">{name(row.before)}<small>{format.count(row.total)}</small></th>
                  {row.cells.map((cell, index) => (
                    <td key={order[index + 1]} data-stayed={cell !== null && cell.before === cell.now} style={cell ? { background: `color-mix(in srgb, var(--accent-soft) ${Math.round(cell.share * 100)}%, transparent)` } : undefined}>
                      {cell && <>{format.ratio(cell.share, cell.share > 0 && cell.share < 0.01 ? 1 : 0)}<small>{format.count(cell.visitors)}</small></>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      table={{
        columns: [
          { key: 'from', label: t('segments.from') }, { key: 'to', label: t('segments.to') },
          { key: 'visitors', label: t(scheme === 'rfm' ? 'segments.buyers' : 'segments.visitors'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'share', label: t('segments.share'), numeric: true, show: (value) => format.ratio(Number(value), 1) },
        ],
        rows: moves.map((move) => [name(move.before), name(move.now), move.visitors, move.share]),
      }}
    />
  );
}
