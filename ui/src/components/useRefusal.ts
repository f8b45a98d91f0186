import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './Shop';

/** What was refused, by its stable code and the values that it names. */
export interface Refusal {
  code: string;
  values: Record<string, string>;
  /** The server's own words, in English. */
  detail: string;
}

/** Says a refusal of an experiment, a calculator or a row in the reader's language; in the server's words where there are no others. */
export function useRefusal() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return useCallback(({ code, values, detail }: Refusal): string => {
    const name = values.value === '' ? `${code}_missing` : code;
    if (!i18n.exists(`experiments.refusals.${name}`)) return detail || code;
    return t(`experiments.refusals.${name as 'batch_cell'}`, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typed.has(key) ? value : format.exact(value, 4)])) as { column: string; value: string });
  }, [t, i18n, format]);
}

/** What somebody wrote stays as it was written. */
const typed = new Set(['column', 'value', 'id', 'member']);
