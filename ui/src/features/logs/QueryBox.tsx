import { Autocomplete, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import type { LogAnswer } from './types';
import { useSuggestions } from './useLogs';
import styles from './Logs.module.css';

const WAIT_MS = 150;

/** Where the query is typed: completes the last word, and says what of it was read otherwise or cannot be. */
export function QueryBox({ q, notes, problem, onQuery }: { q: string; notes: LogAnswer['notes']; problem: unknown; onQuery: (q: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(q);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(q), [q]);
  const space = typed.lastIndexOf(' ');
  const [last] = useDebouncedValue(typed.slice(space + 1), WAIT_MS);
  const before = typed.slice(0, space + 1);
  const suggestions = useSuggestions(last).data ?? [];
  const options = typed !== q ? [...new Set(suggestions.map(({ value }) => before + value))] : [];
  return (
    <>
      <form className={styles.box} role="search" onSubmit={(event) => { event.preventDefault(); onQuery(typed.trim()); }}>
        <Autocomplete ref={input} className={styles.query} value={typed} onChange={setTyped} data={options} filter={({ options: all }) => all} limit={10} aria-label={t('logs.query')}
          placeholder={t('logs.queryHint')} leftSection={<IconSearch size={16} aria-hidden />} autoComplete="off" spellCheck={false} maxDropdownHeight={320} />
        <Button type="submit">{t('logs.search')}</Button>
      </form>
      <Wrong q={q} problem={problem} />
      {(notes ?? []).slice(0, 3).map(({ from, text }) => <p key={from} className={styles.note}>{t('logs.readAsText')} <code>{text}</code></p>)}
    </>
  );
}

/** The place of the error, shown in the query itself. */
function Wrong({ q, problem }: { q: string; problem: unknown }) {
  const { t } = useTranslation();
  if (!(problem instanceof Problem) || problem.status !== 400) return null;
  const [, from, to] = /\(characters (\d+) to (\d+)\)/.exec(problem.detail) ?? [];
  return (
    <p className={styles.error} role="alert">
      {t('logs.wrongQuery')} {problem.detail}
      {from !== undefined && <> <code>{q.slice(0, Number(from))}<b>{q.slice(Number(from), Number(to))}</b>{q.slice(Number(to))}</code></>}
    </p>
  );
}
