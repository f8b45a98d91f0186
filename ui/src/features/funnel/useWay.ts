import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../i18n';
import { duration } from '../../lib/duration';
import { readWay, writeWay, type Step, type Way } from './way';

/** The funnel of the address. */
export function useWay(): { way: Way; setWay: (way: Way) => void } {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const { steps, order, entity, window, by } = search;
  const way = useMemo(() => readWay({ steps, order, entity, window, by }), [steps, order, entity, window, by]);
  const setWay = (next: Way) =>
    void navigate({ to: '.', resetScroll: false, search: (before: Record<string, unknown>) => ({ ...before, at: undefined, lost: undefined, ...writeWay(next) }) } as never);
  return { way, setWay };
}

/** Names of steps and lengths of time in the reader's language. */
export function useStepWords() {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const known = t('paths.type', { returnObjects: true }) as Record<string, string>;
    const type = (name: string) => known[name] ?? name;
    const step = ({ type: name, times, filters }: Step) =>
      `${type(name)}${times > 1 ? ` ×${times}` : ''}${filters.length > 0 ? ` (${filters.map(({ values }) => values.join(', ')).join(', ')})` : ''}`;
    return { type, step, known, time: (seconds: number) => duration(seconds, localeOf(i18n.language)) };
  }, [t, i18n.language]);
}
