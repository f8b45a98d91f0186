import { Button, TextInput } from '@mantine/core';
import { IconDownload, IconPlayerPlay, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { useForgetStatements, useRunSql, useSqlTables, useStatements, type PastStatement, type SqlAnswer, type SqlTable } from '../../api/sql';
import { DataTable } from '../../components/DataTable';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import { download } from '../../lib/csv';
import { plain } from '../../lib/text';
import { csvOf, inserted, isNumeric, shown } from './cells';
import { refusalOf } from './refusals';
import styles from './Console.module.css';

const START = 'select date, views, transactions\nfrom daily_metrics\norder by date desc\nlimit 30';
const HEIGHT = 480;

/** SQL over the shop's tables. */
export function ConsolePage() {
  const { t } = useTranslation();
  const may = useMay('analyst');
  return may ? <Console /> : <PageHead title={t('console.title')} subtitle={t('console.needs')} />;
}

function useTook() {
  const { t } = useTranslation();
  const format = useFormat();
  return (milliseconds: number, rows: number) => ({
    rows: t('console.rows', { count: rows, shown: format.count(rows) }),
    time: milliseconds < 1000 ? t('console.ms', { count: milliseconds }) : t('console.seconds', { shown: format.count(Math.round(milliseconds / 100) / 10) }),
  });
}

function Console() {
  const { t } = useTranslation();
  const took = useTook();
  const tables = useSqlTables(true);
  const run = useRunSql();
  const [text, setText] = useState(START);
  const field = useRef<HTMLTextAreaElement>(null);
  const start = () => {
    if (text.trim() !== '' && !run.isPending) run.mutate(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    start();
  };
  const put = (piece: string) => {
    const area = field.current;
    const next = inserted(text, area?.selectionStart ?? text.length, area?.selectionEnd ?? text.length, piece);
    setText(next.text);
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(next.caret, next.caret);
    });
  };
  const subtitle = run.data ? t('console.subtitleAnswer', took(run.data.milliseconds, run.data.rows.length)) : t('console.subtitle', { count: tables.data?.length ?? 0 });
  return (
    <>
      <PageHead title={t('console.title')} subtitle={tables.data ? subtitle : '\u00a0'} />
      <div className={styles.page}>
        <div className={styles.work}>
          <section className={styles.card} aria-label={t('console.statement')}>
            <textarea ref={field} className={styles.field} aria-label={t('console.statement')} aria-describedby="console-rules" spellCheck={false} autoCapitalize="off" value={text} rows={8}
              onChange={(event) => setText(event.currentTarget.value)} onKeyDown={onKeyDown} />
            <div className={styles.row}>
              <Button leftSection={<IconPlayerPlay size={16} />} onClick={start} loading={run.isPending} disabled={text.trim() === ''}>{t('console.run')}</Button>
              <span className={styles.hint}>{t('console.keys')}</span>
            </div>
            <p id="console-rules" className={`${styles.hint} ${styles.row}`}>{t('console.rules')}</p>
            {run.error && <Failed error={run.error} />}
          </section>
          <Answered answer={run.data} />
        </div>
        <div className={styles.side}>
          <Tables tables={tables.data ?? []} onPut={put} />
          <Past onPick={(sql) => { setText(sql); field.current?.focus(); }} />
        </div>
      </div>
    </>
  );
}

const known = ['sql_refused', 'sql_failed', 'sql_too_large', 'sql_too_long', 'console_busy'] as const;

function Failed({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  const code = known.find((one) => one === problem.code) ?? 'other';
  const refusal = code === 'sql_refused' ? refusalOf(problem.detail) : null;
  const text = refusal ? t(`console.refusal.${refusal.word}`, { what: refusal.what }) : t(`console.problem.${code}`, { detail: problem.detail });
  return <p className={styles.problem} role="alert">{text}</p>;
}

function Answered({ answer }: { answer: SqlAnswer | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(
    () => answer?.columns.map(({ name, type }, index) => ({ key: `${index}-${name}`, label: name, numeric: isNumeric(type), show: shown })) ?? [],
    [answer],
  );
  return (
    <section className={styles.card} aria-labelledby="console-answer">
      <div className={styles.head}>
        <h2 id="console-answer">{t('console.answer')}</h2>
        {answer && answer.rows.length > 0 && (
          <Button variant="default" size="compact-md" leftSection={<IconDownload size={15} />}
            onClick={() => download(`${t('console.file')}.csv`, new Blob([csvOf(answer)], { type: 'text/csv;charset=utf-8' }))}>{t('console.csv')}</Button>
        )}
      </div>
      {!answer && <p className={styles.none}>{t('console.noAnswer')}</p>}
      {answer && answer.rows.length === 0 && <p className={styles.none} role="status">{t('console.noRows')}</p>}
      {answer && answer.rows.length > 0 && <DataTable caption={t('console.answer')} columns={columns} rows={answer.rows as never} maxHeight={HEIGHT} />}
      {answer?.more && <p className={`${styles.hint} ${styles.row}`} role="status">{t('console.more', { shown: format.count(answer.rows.length) })}</p>}
    </section>
  );
}

function Tables({ tables, onPut }: { tables: readonly SqlTable[]; onPut: (piece: string) => void }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const wanted = plain(search);
  const found = tables.filter(({ name, columns }) => name.includes(wanted) || columns.some((column) => column.name.includes(wanted)));
  return (
    <section className={styles.card} aria-labelledby="console-tables">
      <h2 id="console-tables">{t('console.tables')}</h2>
      <TextInput aria-label={t('console.find')} placeholder={t('console.find')} leftSection={<IconSearch size={15} />} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
      <div className={styles.tables} tabIndex={0} role="group" aria-label={t('console.tables')}>
        {([true, false] as const).map((history) => (
          <div key={String(history)}>
            <h3>{t(history ? 'console.history' : 'console.stored')}</h3>
            {found.filter((table) => table.history === history).map(({ name, columns }) => (
              <details key={name} open={wanted !== '' && !name.includes(wanted)}>
                <summary>{name}</summary>
                <ul>
                  <li><button type="button" className={styles.put} aria-label={t('console.put', { name })} onClick={() => onPut(name)}>{name}</button><span>{t('console.columns', { count: columns.length })}</span></li>
                  {columns.map((column) => (
                    <li key={column.name}><button type="button" className={styles.put} aria-label={t('console.put', { name: column.name })} onClick={() => onPut(column.name)}>{column.name}</button><span>{column.type.toLowerCase()}</span></li>
                  ))}
                </ul>
              </details>
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function Past({ onPick }: { onPick: (sql: string) => void }) {
  const { t } = useTranslation();
  const past = useStatements(true);
  const forget = useForgetStatements();
  const list = past.data ?? [];
  return (
    <section className={styles.card} aria-labelledby="console-past">
      <div className={styles.head}>
        <h2 id="console-past">{t('console.past')}</h2>
        {list.length > 0 && <Button variant="subtle" size="compact-sm" onClick={() => forget.mutate()}>{t('console.forget')}</Button>}
      </div>
      {past.data && list.length === 0 && <p className={styles.hint}>{t('console.pastNone')}</p>}
      <ul className={styles.past}>{list.map((one) => <PastLine key={one.number} statement={one} onPick={onPick} />)}</ul>
    </section>
  );
}

function PastLine({ statement, onPick }: { statement: PastStatement; onPick: (sql: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const took = useTook();
  const bad = statement.problem !== null && statement.problem !== undefined;
  return (
    <li>
      <button type="button" title={t('console.again')} onClick={() => onPick(statement.sql)}>
        <code>{statement.sql}</code>
        <small data-bad={bad}>{format.instant(statement.at)} · {bad ? t('console.ended.refused') : t('console.took', took(statement.milliseconds, statement.rows))}</small>
      </button>
    </li>
  );
}
