import { IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { NOTHING } from '../../lib/format';
import { shown, treeOf, type Branch } from './tree';
import { useTable } from './useProducts';
import styles from './Products.module.css';

const MOST_CATEGORIES = 10_000;

/** Categories as the tree that their ids are paths of. */
export function CategoriesCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const { asked } = useView();
  const query = useAnswer({
    kind: 'Breakdown', metrics: ['revenue', 'views', 'order_lines'], period: asked.period, filters: asked.filters, comparison: 'none',
    by: ['category'], sort: { column: 'revenue', descending: true }, limit: MOST_CATEGORIES,
  });
  const table = useTable(query);
  const rows = useMemo(() => Array.from({ length: table?.size ?? 0 }, (_, row) => ({
    category: table?.text(row, 'category') ?? null, revenue: table?.number(row, 'revenue') ?? 0, views: table?.number(row, 'views') ?? 0, order_lines: table?.number(row, 'order_lines') ?? 0,
  })), [table]);
  const tree = useMemo(() => treeOf(rows, t('products.uncategorised')), [rows, t]);
  const total = tree.reduce((sum, { revenue }) => sum + revenue, 0);
  const share = (revenue: number) => (total > 0 ? format.ratio(revenue / total, 1) : NOTHING);
  return (
    <ChartCard
      title={t('products.categories')}
      finding={tree[0] && total > 0 ? t('products.categoriesFinding', { name: tree[0].name, share: share(tree[0].revenue) }) : null}
      unit={words.unit('money')}
      asked={query}
      empty={rows.length === 0}
      height={340}
      display={<Tree tree={tree} share={share} />}
      table={{
        sort: { key: 'revenue', descending: true },
        columns: [
          { key: 'category', label: t('products.category') },
          { key: 'views', label: words.metric('views'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'lines', label: words.metric('order_lines'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'revenue', label: words.metric('revenue'), numeric: true, show: (value) => format.money(Number(value)) },
          { key: 'share', label: t('products.share'), numeric: true, show: (value) => format.ratio(Number(value), 1) },
        ],
        rows: rows.map(({ category, views, order_lines, revenue }) => [category ?? t('products.uncategorised'), views, order_lines, revenue, total > 0 ? revenue / total : null]),
      }}
    />
  );
}

function Tree({ tree, share }: { tree: readonly Branch[]; share: (revenue: number) => string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (path: string) => {
    const next = new Set(open);
    if (!next.delete(path)) next.add(path);
    setOpen(next);
  };
  return (
    <div className={styles.treeFrame} style={{ maxHeight: 340 }} tabIndex={0} role="group" aria-label={t('products.categories')}>
      <table className={styles.tree}>
        <thead>
          <tr>
            <th scope="col">{t('products.category')}</th>
            <th scope="col" data-numeric>{words.metric('views')}</th>
            <th scope="col" data-numeric>{words.metric('order_lines')}</th>
            <th scope="col" data-numeric>{words.metric('revenue')}</th>
            <th scope="col" data-numeric>{t('products.share')}</th>
          </tr>
        </thead>
        <tbody>
          {shown(tree, open).map((branch) => {
            const { path, name, depth, branches, views, order_lines, revenue } = branch;
            const opened = open.has(path);
            return (
              <tr key={`${depth}-${path}`}>
                <td className={depth > 0 ? styles[`depth${Math.min(depth, 5)}`] : undefined}>
                  {branches.length === 0 && <span className={styles.leaf}>{name}</span>}
                  {branches.length > 0 && (
                    <button type="button" className={styles.branch} aria-expanded={opened} aria-label={t(opened ? 'products.fold' : 'products.open', { name })} onClick={() => toggle(path)}>
                      <IconChevronRight size={16} aria-hidden />{name}
                    </button>
                  )}
                </td>
                <td data-numeric>{format.compact(views)}</td>
                <td data-numeric>{format.compact(order_lines)}</td>
                <td data-numeric>{format.moneyCompact(revenue)}</td>
                <td data-numeric>{share(revenue)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
