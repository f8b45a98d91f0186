import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/queries';
import cards from '../../components/Cards.module.css';
import { ChartCard } from '../../components/ChartCard';
import { Choice } from '../../components/Choice';
import { useFormat, useTokens } from '../../components/Shop';
import { useChoice } from '../../components/useChoice';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import type { Cell } from '../../lib/csv';
import { NOTHING } from '../../lib/format';
import { pairsOption } from '../../lib/plots';
import { change, sum, type Value } from '../../lib/series';

const models = ['last_non_direct', 'last_touch', 'first_touch', 'linear', 'position_based', 'time_decay'] as const;
const origins = ['channel', 'source', 'campaign', 'referrer_host'] as const;
const windows = ['30', '7', '90'] as const;
const DRAWN = 10;

/** What orders are owed to: by a model of one's choice, and by all of them side by side. */
export function AttributionCards() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const words = useWords();
  const view = useView();
  const [model, chooseModel] = useChoice('model', models);
  const [by, chooseBy] = useChoice('credited', origins);
  const [window, chooseWindow] = useChoice('window', windows);
  const query = useAnswer({ kind: 'Attribution', attribution: { by, look_back: Number(window) }, ...view.asked });
  const table = useTable(query);
  const rows = useMemo(
    () => Array.from({ length: table?.size ?? 0 }, (_, row) => ({
      name: words.value(by, table?.text(row, by) ?? null),
      revenue: models.map((one) => table?.number(row, `revenue_${one}`) ?? 0), orders: table?.number(row, `orders_${model}`) ?? 0,
      moved: change(table?.number(row, `revenue_${model}`), table?.number(row, `revenue_${model}_previous`)),
    })).sort((a, b) => b.revenue[models.indexOf(model)]! - a.revenue[models.indexOf(model)]!),
    [table, by, model, words],
  );
  const at = models.indexOf(model);
  const last = models.indexOf('last_touch');
  const drawn = useMemo(() => rows.slice(0, DRAWN), [rows]);
  const full = useCallback((value: Value) => format.unit(value, 'money', true), [format]);
  const name = t(`traffic.modelName.${model}`);
  const option = useCallback(
    (narrow: boolean) => pairsOption({
      tokens, narrow, names: drawn.map((row) => row.name), values: drawn.map(({ revenue }) => revenue[at]!), beside: drawn.map(({ revenue }) => revenue[last]!),
      axis: (value) => format.axis(value, 'money'), full, words: { value: name, beside: t('traffic.beside') },
    }),
    [tokens, drawn, at, last, format, full, name, t],
  );
  const total = sum(rows.map(({ revenue }) => revenue[at]!));
  const first = rows[0];
  const money = (key: string, label: string) => ({ key, label, numeric: true, show: (value: Cell) => full((value ?? null) as Value) });
  const origin = t(`field.${by}`);
  const compared = view.comparison !== 'none';
  const than = { key: 'change', label: words.than(view), numeric: true, show: (value: Cell) => (typeof value === 'number' ? format.change(value) : NOTHING) };
  const moves = new Map(rows.map((row) => [row.name, row.moved]));
  const withMove = (value: Cell, row: readonly Cell[]) => {
    const moved = moves.get(String(row[0])) ?? null;
    return <>{full((value ?? null) as Value)}{moved !== null && <small className={cards.moved} title={than.label}>{format.change(moved)}</small>}</>;
  };
  return (
    <div className={cards.chosen}>
      <div className={cards.row}>
        <Choice label={t('traffic.model')} words={models} chosen={model} choose={chooseModel} name={(word) => t(`traffic.modelName.${word}`)} />
        <Choice label={t('traffic.split')} words={origins} chosen={by} choose={chooseBy} name={(word) => t(`field.${word}`)} />
        <Choice label={t('traffic.lookBack', { days: window })} words={windows} chosen={window} choose={chooseWindow} name={(days) => t('traffic.lookBackDays', { days })} />
      </div>
      <div className={cards.halves}>
        <ChartCard
          title={t('traffic.attribution')}
          finding={first && total > 0 ? t('traffic.attributionFinding', { name: first.name, share: format.ratio(first.revenue[at]! / total, 0), revenue: full(first.revenue[at]!) }) : null}
          asked={query}
          empty={total <= 0}
          height={330}
          option={option}
          legend={model === 'last_touch' ? [{ label: name, color: tokens.fill }] : [{ label: name, color: tokens.fill }, { label: t('traffic.beside'), color: tokens.rest }]}
          aside={t('traffic.lookBack', { days: window })}
          points={drawn.map((row) => `${row.name}: ${full(row.revenue[at]!)}, ${t('traffic.beside')} ${full(row.revenue[last]!)}`)}
          note={t(`traffic.modelHow.${model}`)}
          table={{
            columns: [
              { key: by, label: origin },
              { key: 'orders', label: words.metric('orders'), numeric: true, show: (value) => format.count(Math.round(Number(value) * 10) / 10) },
              money('revenue', words.metric('revenue')),
              ...(compared ? [than] : []),
            ],
            rows: rows.map((row) => [row.name, row.orders, row.revenue[at]!, ...(compared ? [row.moved] : [])]),
          }}
        />
        <ChartCard
          title={t('traffic.models')}
          finding={first ? t('traffic.modelsFinding', { name: first.name, low: full(Math.min(...first.revenue)), high: full(Math.max(...first.revenue)) }) : null}
          asked={query}
          empty={total <= 0}
          height={330}
          note={t('traffic.attributionNote')}
          table={{
            sort: { key: model, descending: true },
            columns: [{ key: by, label: origin, bar: model }, ...models.map((one) => ({ ...money(one, t(`traffic.modelName.${one}`)), ...(one === model && compared ? { show: withMove } : {}) }))],
            rows: rows.map((row) => [row.name, ...row.revenue]),
            more: compared ? [{ label: `${name} ${than.label}`, values: rows.map(({ moved }) => moved) }] : [],
          }}
        />
      </div>
    </div>
  );
}
