import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { barsOption } from './options';
import { useTable } from './useProducts';

/** What products of each price bring. */
export function BandsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const { asked } = useView();
  const query = useAnswer({ kind: 'PriceBands', period: asked.period, filters: asked.filters });
  const table = useTable(query);
  const bands = useMemo(() => Array.from({ length: table?.size ?? 0 }, (_, row) => {
    const number = (column: string) => table?.number(row, column) ?? 0;
    return {
      name: t('products.bandOf', { from: format.compact(number('price_from')), to: format.compact(number('price_to')) }),
      said: t('products.bandOf', { from: format.axis(number('price_from'), 'money'), to: format.axis(number('price_to'), 'money') }),
      products: number('products'), viewers: number('viewers'), units: number('units'), revenue: number('revenue'), conversion: table?.number(row, 'conversion') ?? null,
    };
  }), [table, format, t]);
  const total = bands.reduce((sum, { revenue }) => sum + revenue, 0);
  const strongest = bands.reduce((best, { revenue }, index) => (revenue > (bands[best]?.revenue ?? 0) ? index : best), 0);
  const rows = useCallback((index: number) => {
    const band = bands[index];
    if (band === undefined) return [];
    return [
      { label: words.metric('revenue'), value: format.money(band.revenue) },
      { label: t('products.productsCount'), value: format.count(band.products) },
      { label: words.metric('units'), value: format.count(band.units) },
      { label: t('products.conversion'), value: `${format.unit(band.conversion, 'ratio')} (${t('products.n', { count: band.viewers })})` },
    ];
  }, [bands, format, words, t]);
  const option = useCallback(
    (narrow: boolean) => barsOption({ tokens, narrow, names: bands.map(({ name }) => name), values: bands.map(({ revenue }) => revenue), strongest, axis: (value) => format.axis(value, 'money'), rows }),
    [tokens, bands, strongest, format, rows],
  );
  return (
    <ChartCard
      title={t('products.bands')}
      finding={total > 0 ? t('products.bandsFinding', { band: bands[strongest]?.said, share: format.ratio((bands[strongest]?.revenue ?? 0) / total, 0) }) : null}
      unit={words.unit('money')}
      asked={query}
      empty={bands.length === 0}
      height={300}
      option={option}
      points={bands.map(({ name }, index) => `${name}: ${rows(index).map(({ label, value }) => `${label} ${value}`).join(', ')}`)}
      note={t('products.bandsNote')}
      table={{
        columns: [
          { key: 'band', label: t('products.band') },
          { key: 'products', label: t('products.productsCount'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'viewers', label: t('products.viewers'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'units', label: words.metric('units'), numeric: true, show: (value) => format.count(Number(value)) },
          { key: 'conversion', label: t('products.conversion'), numeric: true, show: (value) => format.unit((value ?? null) as number | null, 'ratio') },
          { key: 'revenue', label: words.metric('revenue'), numeric: true, show: (value) => format.money(Number(value)) },
        ],
        rows: bands.map(({ name, products, viewers, units, conversion, revenue }) => [name, products, viewers, units, conversion, revenue]),
      }}
    />
  );
}
