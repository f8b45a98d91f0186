import { SegmentedControl } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLifetime } from '../../api/forecasts';
import cards from '../../components/Cards.module.css';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useTokens } from '../../components/Shop';
import { useChoice } from '../../components/useChoice';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { gridOption } from './options';
import { calm, Refused, tooShort } from './Refused';
import styles from './Forecast.module.css';

const often = ['1', '2', '3-4', '5+'] as const;
const lately = ['0-30', '31-90', '91-180', '181+'] as const;
const aheads = ['90', '28', '365'] as const;
const HEIGHT = 300;

/** What the present buyers will still bring, by how often and how lately they bought. */
export function LifetimeCards() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const { filters } = useView();
  const [chosen, choose] = useChoice('ahead', aheads);
  const query = useLifetime(filters);
  const data = query.error ? undefined : query.data;
  const days = Number(chosen);
  const segments = useMemo(
    () => (data?.segments ?? []).map((segment) => ({ ...segment, next: segment.ahead.find((ahead) => ahead.days === days) ?? { days, orders: 0, value: 0 } })),
    [data, days],
  );
  const total = data?.ahead.find((ahead) => ahead.days === days);
  const ordered = useCallback((text: string) => t('forecast.often', { count: Number.parseInt(text, 10), text: text.replace('-', '–') }), [t]);
  const silence = useCallback((text: string) => t('forecast.silent', { days: text.replace('-', '–') }), [t]);
  const option = useCallback(
    (narrow: boolean) => gridOption({
      tokens,
      columns: lately.map((text) => text.replace('-', '–')),
      rows: often.map((text) => (narrow ? text.replace('-', '–') : ordered(text))),
      cells: segments.map((segment) => ({ column: lately.indexOf(segment.recency as '0-30'), row: often.indexOf(segment.frequency as '1'), value: segment.next.value / segment.buyers })),
      cell: (value) => (narrow ? format.axis(value, 'money') : format.money(value)),
      long: (column, row) => {
        const segment = segments.find(({ recency, frequency }) => recency === lately[column] && frequency === often[row]);
        return {
          title: `${ordered(often[row] ?? '')}, ${silence(lately[column] ?? '')}`,
          rows: segment ? [
            { label: t('forecast.buyers'), value: format.count(segment.buyers) },
            { label: t('forecast.alive'), value: format.ratio(segment.alive, 0) },
            { label: t('forecast.perBuyer'), value: format.money(segment.next.value / segment.buyers) },
            { label: t('forecast.together'), value: format.money(segment.next.value) },
          ] : [],
        };
      },
    }),
    [tokens, segments, ordered, silence, format, t],
  );
  const test = data?.test;
  const empty = tooShort(query) ? <Refused asked={query} height={HEIGHT} what="buyers" /> : undefined;
  return (
    <section aria-label={t('forecast.lifetime')} className={cards.page}>
      <div className={styles.choice}>
        <h2>{t('forecast.lifetime')}</h2>
        <SegmentedControl size="sm" aria-label={t('forecast.horizon')} value={chosen} onChange={(next) => choose(next as typeof chosen)}
          data={[...aheads].sort((one, other) => Number(one) - Number(other)).map((count) => ({ value: count, label: words.days(Number(count)) }))} />
        {data && total && <p>{t('forecast.lifetimeFinding', { buyers: format.count(data.buyers), value: format.moneyCompact(total.value), orders: format.count(Math.round(total.orders)), days: words.days(days), first: format.money(data.new_buyer.mean_order), year: format.money(data.new_buyer.value) })}</p>}
      </div>
      <div className={cards.halves}>
        <ChartCard
          title={t('forecast.grid')}
          finding={data && t('forecast.gridFinding', { share: format.ratio(data.repeaters / data.buyers, 0), count: Math.round(data.repeaters) })}
          aside={`${t('chart.unitOf', { unit: words.unit('money') })} · ${t('forecast.silentWord')} →`}
          asked={calm(query)} empty={data === undefined} emptyState={empty} height={HEIGHT} option={option}
          note={test ? t('forecast.lifetimeTest', { days: words.days(90), buyers: format.count(test.buyers), expected: format.count(Math.round(test.expected)), actual: format.count(test.actual) }) : t('forecast.lifetimeUntested')}
          table={{
            columns: [
              { key: 'frequency', label: t('forecast.oftenWord') }, { key: 'recency', label: t('forecast.silentWord') },
              { key: 'buyers', label: t('forecast.buyers'), numeric: true, show: (value) => format.count(Number(value)) },
              { key: 'value', label: t('forecast.perBuyer'), numeric: true, show: (value) => format.money(Number(value)) },
            ],
            rows: segments.map((segment) => [segment.frequency, segment.recency, segment.buyers, segment.next.value / segment.buyers]),
          }}
        />
        <ChartCard
          title={t('forecast.groups')}
          finding={data && t('forecast.groupsFinding')}
          asked={calm(query)} empty={data === undefined} emptyState={empty} height={HEIGHT + 28}
          note={t('forecast.lifetimeNote')}
          table={{
            columns: [
              { key: 'group', label: t('forecast.group') },
              { key: 'buyers', label: t('forecast.buyers'), numeric: true, show: (value) => format.count(Number(value)) },
              { key: 'alive', label: t('forecast.alive'), numeric: true, show: (value) => format.ratio(Number(value), 0) },
              { key: 'orders', label: t('forecast.ordersPer'), numeric: true, show: (value) => format.exact(Number(value), 2) },
              { key: 'sum', label: t('forecast.together'), numeric: true, bar: 'sum', show: (value) => format.money(Number(value)) },
            ],
            rows: segments.map((segment) => [
              `${ordered(segment.frequency)}, ${silence(segment.recency)}`, segment.buyers, segment.alive, segment.next.orders / segment.buyers, segment.next.value,
            ]),
            sort: { key: 'sum', descending: true },
          }}
        />
      </div>
    </section>
  );
}
