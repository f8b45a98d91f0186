import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { tableWords } from '../../i18n/tables';

/** What the server says of tables and columns, in the reader's language; a sentence that is not known stays English. */
export function useTableWords(): (english: string) => string {
  const { i18n } = useTranslation();
  const { data } = useQuery({ queryKey: ['table-words', i18n.language], queryFn: () => tableWords(i18n.language), staleTime: Infinity });
  return useCallback((english) => data?.[english] ?? english, [data]);
}
