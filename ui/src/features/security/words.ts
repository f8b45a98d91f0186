import { useTranslation } from 'react-i18next';
import { useMemo } from 'react';
import { localeOf } from '../../i18n';

/** Names of classes, severities and countries; a name that no text knows stands as it came. */
export function useSecurityWords() {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const regions = new Intl.DisplayNames([localeOf(i18n.language)], { type: 'region' });
    const text = t as unknown as (key: string, options: object) => string;
    const known = (group: string, name: string | null | undefined) => text(`security.${group}.${name}`, { defaultValue: name ?? '' });
    return {
      kind: (name?: string | null) => known('kinds', name),
      severity: (name?: string | null) => known('severities', name),
      state: (name?: string | null) => known('states', name),
      country: (code?: string | null) => (code && /^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : t('security.nowhere')),
    };
  }, [t, i18n.language]);
}
