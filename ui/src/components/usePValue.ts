import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

const SMALL = 0.0001;

/** Writes a p value with no more digits than mean something; a dash where there is none. */
export function usePValue() {
  const { language } = useTranslation().i18n;
  return useCallback((p: unknown): string => {
    if (typeof p !== 'number') return '–';
    const small = p < SMALL;
    return `${small ? '< ' : ''}${(small ? SMALL : p).toLocaleString(language, { maximumFractionDigits: 4, minimumFractionDigits: small ? 4 : 0 })}`;
  }, [language]);
}
