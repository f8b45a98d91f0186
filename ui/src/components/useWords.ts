import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricName } from '../api/client';
import type { Filter, FilterField } from '../lib/search';
import { useShop } from './Shop';
import type { CurrentView } from './useView';

const activities = ['New', 'Occasional', 'Regular', 'Premium'] as const;

function isActivity(text: string): text is (typeof activities)[number] {
  return activities.some((activity) => activity === text);
}

/** Fields whose values are shown by other names than they are kept under. */
const named: readonly string[] = ['country', 'weekday', 'visitor_kind', 'segment', 'channel', 'device'];

export const isNamed = (field: string): boolean => named.includes(field);

/** Names of countries, weekdays, days, metrics and filters in the reader's language. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const { site, format } = useShop();
  return useMemo(() => {
    const regions = new Intl.DisplayNames(i18n.language, { type: 'region', fallback: 'code' });
    const country = (code: string) => {
      try {
        return regions.of(code) ?? code;
      } catch {
        return code;
      }
    };
    const value = (field: string, text: string | null): string => {
      if (text === null || text === '') return t('value.none');
      if (field === 'country') return country(text);
      if (field === 'weekday') return format.weekday(Number(text), 'long');
      if (field === 'hour') return format.hour(Number(text));
      if (field === 'visitor_kind' && (text === 'new' || text === 'returning')) return t(`value.${text}`);
      if (field === 'segment' && isActivity(text)) return t(`value.${text}`);
      if (field === 'channel' || field === 'device') return i18n.exists(`names.${field}.${text}`) ? t(`names.${field}.${text}` as never) : text;
      if (field === 'bot' && (text === 'true' || text === 'false' || text === 'any')) return t(`value.${text}`);
      return text;
    };
    const metric = (name: MetricName) => t(`metric.${name}.label`);
    const unit = (name: string | null | undefined) => {
      if (name !== 'money' && name !== 'ratio' && name !== 'seconds') return t('unit.count');
      return t(`unit.${name}`, { currency: site.currency });
    };
    const filter = ({ field, op, values }: Filter) =>
      t('filter.chip', {
        field: t(`field.${field as FilterField}`),
        op: t(`filter.ops.${op}`),
        values: values.map((text) => value(field, text)).join(t('filter.or')),
      }).trim();
    const days = (count: number) => t('period.days', { count });
    const than = ({ comparison, count }: Pick<CurrentView, 'comparison' | 'count'>): string => {
      if (comparison === 'none') return '';
      return count === 1 ? t(`compare.thanDay.${comparison}`) : t(`compare.than.${comparison}`, { count });
    };
    return { value, metric, unit, filter, days, than };
  }, [t, i18n, site.currency, format]);
}
