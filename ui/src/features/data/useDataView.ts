import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useView } from '../../components/useView';
import type { Days } from '../../lib/period';

interface DataSearch {
  import?: string;
  table?: string;
  page?: string;
  span?: string;
}

export interface DataView {
  /** Number of the import whose report is open. */
  imported: number | null;
  table: string | null;
  /** From 1. */
  page: number;
  /** The days that count, or null for the whole history. */
  days: Days | null;
  openImport(number: number | null): void;
  setPage(page: number): void;
  setWhole(whole: boolean): void;
}

/** What the page shows, from its address: an open report, or a table with its page and days. */
export function useDataView(): DataView {
  const search = useSearch({ strict: false }) as DataSearch;
  const navigate = useNavigate();
  const view = useView();
  const change = useCallback(
    (part: DataSearch, replace = false) => {
      void navigate({ to: '.', replace, resetScroll: false, search: (before: Record<string, unknown>) => ({ ...before, ...part }) } as never);
    },
    [navigate],
  );
  return {
    imported: whole(search.import),
    table: search.table || null,
    page: whole(search.page) ?? 1,
    days: search.span === 'period' ? view.days : null,
    openImport: (number) => change({ import: number === null ? undefined : String(number) }, true),
    setPage: (page) => change({ page: page === 1 ? undefined : String(page) }),
    setWhole: (all) => change({ span: all ? undefined : 'period', page: undefined }),
  };
}

function whole(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
