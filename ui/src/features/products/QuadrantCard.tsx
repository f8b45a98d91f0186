import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { useWords } from '../../components/useWords';
import { quadrantOption } from './options';
import { median } from './tree';
import { nameOf, useProducts, useTable } from './useProducts';

const MOST_SPOTS = 1000;
const SIGNIFICANT = 0.05;

/** Who looks and who buys: products of much traffic and little conversion stand out. */
export function QuadrantCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const query = useProducts({ sort: { column: 'views', descending: true }, limit: MOST_SPOTS });
  const table = useTable(query);

  const spots = useMemo(() => {
    if (table === null) return [];
    return Array.from({ length: table.size }, (_, row) => {
      const number = (column: string) => table.number(row, column) ?? 0;
      const adjusted = table.number(row, 'adjusted_p_value');
      const interval = `${format.ratio(number('conversion_low'))} – ${format.ratio(number('conversion_high'))}`;
      return {
        name: nameOf(table, row), views: number('views'), viewers: number('viewers'), buyers: number('buyers'), conversion: number('conversion'), revenue: number('revenue'), interval,
        under: adjusted !== null && adjusted <= SIGNIFICANT,
        rows: [
          { label: words.metric('views'), value: format.count(number('views')) },
          { label: t('products.viewers'), value: format.count(number('viewers')) },
          { label: t('products.conversion'), value: format.ratio(number('conversion')) },
          { label: t('products.interval'), value: interval },
          { label: words.metric('revenue'), value: format.money(number('revenue')) },
        ],
      };
    }).filter(({ viewers }) => viewers > 0);
  }, [table, format, words, t]);
  const medians = useMemo(() => ({ views: median(spots.map(({ views }) => views)), conversion: median(spots.map(({ conversion }) => conversion)) }), [spots]);
  const under = spots.filter((spot) => spot.under).length;
  const option = useCallback(
    (narrow: boolean) => quadrantOption({
      tokens, narrow, spots, medians, count: (value) => format.compact(value), ratio: (value) => format.axis(value, 'ratio'),
      words: { axis: t('products.quadrantAxis'), median: t('products.median') },
    }),
    [tokens, spots, medians, format, t],
  );
  const all = query.data?.meta.total ?? 0;
  return (
    <ChartCard
      title={t('products.quadrant')}
      finding={t('products.quadrantFinding', { count: under, all: format.count(spots.length), rate: format.ratio(table?.number(0, 'shop_conversion') ?? 0) })}
      asked={query}
      empty={spots.length === 0}
      height={280}
      aside={t('products.conversion')}
      option={option}
      legend={[{ label: t('products.below'), color: tokens.bad, shape: 'dot' }, { label: t('products.other'), color: tokens.previous, shape: 'dot' }]}
      points={spots.map(({ name, rows }) => `${name}: ${rows.map(({ label, value }) => `${label} ${value}`).join(', ')}`)}
      note={all > spots.length && spots.length === MOST_SPOTS ? t('products.mostViewed', { count: spots.length, all: format.count(all) }) : undefined}
      table={{
        columns: [
          { key: 'product', label: t('field.product') },
          { key: 'views', label: words.metric('views'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'viewers', label: t('products.viewers'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'buyers', label: t('products.buyers'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'conversion', label: t('products.conversion'), numeric: true, show: (value) => format.ratio(Number(value)) },
          { key: 'interval', label: t('products.interval'), numeric: true },
          { key: 'revenue', label: words.metric('revenue'), numeric: true, show: (value) => format.money(Number(value)) },
        ],
        rows: spots.map(({ name, views, viewers, buyers, conversion, interval, revenue }) => [name, views, viewers, buyers, conversion, interval, revenue]),
      }}
    />
  );
}
