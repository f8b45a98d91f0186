import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEmbedded, type Embedded, type EmbeddedTile } from '../../api/boards';
import type { Answer } from '../../api/client';
import { Table } from '../../api/table';
import { CardState } from '../../components/CardState';
import { useFormat, useShop } from '../../components/Shop';
import { AnsweredChart } from './ChartView';
import { Grid } from './Grid';
import type { Asked } from './plan';
import { TileView } from './TileView';
import styles from './Boards.module.css';

/** A dashboard on another site: its figures came with the link, and nothing else can be asked for. */
export function EmbedPage() {
  const { t } = useTranslation();
  const { token } = useParams({ strict: false }) as { token: string };
  const asked = useEmbedded(token);
  if (asked.error && !asked.data) {
    return <main className={styles.alone}><h1>{t('boards.embedBroken')}</h1><p>{t('boards.embedBrokenHow')}</p></main>;
  }
  return (
    <main className={styles.embed}>
      <CardState title="Vitrine" asked={asked} empty={false} height={400}>{asked.data && <EmbeddedBoard board={asked.data} />}</CardState>
    </main>
  );
}

function EmbeddedBoard({ board }: { board: Embedded }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { site } = useShop();
  const view: Asked = useMemo(() => ({ period: { from: board.from, to: board.to }, filters: [], comparison: 'previous_period' }), [board]);
  const byTile = useMemo(() => new Map(board.tiles.map((answered) => [answered.tile.id, answered])), [board]);
  return (
    <>
      <header><h1>{board.name || t('boards.logs.board')}</h1><p>{site.shop_name}, {format.days(board.from, board.to)}</p></header>
      <Grid tiles={board.tiles.map(({ tile }) => tile)} nameOf={(tile) => tile.id}>
        {(tile) => (
          <TileView tile={tile} view={view} chart={(name, plan, height) => <Given answered={byTile.get(tile.id)!} at={board.at} render={(given) => <AnsweredChart name={name} plan={plan} view={view} height={height} plain {...given} />} />} />
        )}
      </Grid>
    </>
  );
}

interface GivenProps {
  answered: EmbeddedTile;
  at: string;
  render: (given: { asked: Parameters<typeof CardState>[0]['asked']; main: Table | null; totals: Table | null }) => React.ReactNode;
}

function Given({ answered, at, render }: GivenProps) {
  const { t } = useTranslation();
  const given = useMemo(() => {
    const table = (answer: Answer | null | undefined) => (answer ? new Table(answer) : null);
    const error = answered.main ? null : new Error(t('boards.tileFailed'));
    return { main: table(answered.main), totals: table(answered.totals), asked: { data: answered.main ?? undefined, error, isFetching: false, dataUpdatedAt: Date.parse(at), refetch: () => location.reload() } };
  }, [answered, at, t]);
  return <>{render(given)}</>;
}
