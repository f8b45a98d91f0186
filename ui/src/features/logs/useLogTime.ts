import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../components/Shop';
import { localeOf } from '../../i18n';

/** Writes the time of a log on the shop's clock, to the millisecond; where there is little room, to the minute and without its year. */
export function useLogTime(narrow = false): (instant: string) => string {
  const { i18n } = useTranslation();
  const { site } = useShop();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(localeOf(i18n.language), {
      timeZone: site.zone, ...(narrow ? { month: '2-digit', day: '2-digit' } : { year: '2-digit', month: '2-digit', day: '2-digit' }), hour: '2-digit', minute: '2-digit', ...(narrow ? {} : { second: '2-digit', fractionalSecondDigits: 3 }),
    });
    return (instant) => {
      const at = new Date(instant);
      return Number.isNaN(at.getTime()) ? instant : format.format(at);
    };
  }, [i18n.language, site.zone, narrow]);
}
