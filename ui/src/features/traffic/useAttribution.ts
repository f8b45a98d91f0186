import { useMemo } from 'react';
import { useAnswer } from '../../api/queries';
import { useChoice } from '../../components/useChoice';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';
import { useWords } from '../../components/useWords';
import { change } from '../../lib/series';

export const models = ['last_non_direct', 'last_touch', 'first_touch', 'linear', 'position_based', 'time_decay'] as const;
export const origins = ['channel', 'source', 'campaign', 'referrer_host'] as const;
export const windows = ['30', '7', '90'] as const;

/** What orders are owed to by every model, the most by the chosen one first; model, origin and window stand in the address. */
export function useAttribution() {
  const words = useWords();
  const view = useView();
  const [model, chooseModel] = useChoice('model', models);
  const [by, chooseBy] = useChoice('credited', origins);
  const [window, chooseWindow] = useChoice('window', windows);
  const query = useAnswer({ kind: 'Attribution', attribution: { by, look_back: Number(window) }, ...view.asked });
  const table = useTable(query);
  const at = models.indexOf(model);
  const rows = useMemo(
    () => Array.from({ length: table?.size ?? 0 }, (_, row) => ({
      name: words.value(by, table?.text(row, by) ?? null),
      revenue: models.map((one) => table?.number(row, `revenue_${one}`) ?? 0), orders: table?.number(row, `orders_${model}`) ?? 0,
      moved: change(table?.number(row, `revenue_${model}`), table?.number(row, `revenue_${model}_previous`)),
    })).sort((a, b) => b.revenue[at]! - a.revenue[at]!),
    [table, by, model, at, words],
  );
  const than = view.comparison === 'none' ? null : words.than(view);
  return { query, rows, model, at, by, window, than, chooseModel, chooseBy, chooseWindow };
}

export type Attribution = ReturnType<typeof useAttribution>;
