import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { piecesOf } from './marks';
import { lineOf, text, type Log } from './types';
import { useLogTime } from './useLogTime';
import styles from './Logs.module.css';

export interface Line {
  id: string;
  log: Log;
  highlight?: Record<string, string[]>;
}

const ROW = 30;
const BEYOND = 12;

interface Props {
  lines: readonly Line[];
  total: number;
  open: string | null;
  onOpen: (id: string) => void;
  /** Called when the reader comes near the end. */
  onEnd?: () => void;
}

/** Any number of lines, of which only those in sight are in the page. Arrows walk, Enter opens. */
export function ResultTable({ lines, total, open, onOpen, onEnd }: Props) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [focus, setFocus] = useState(0);
  const moved = useRef(false);
  const first = Math.max(0, Math.floor(top / ROW) - BEYOND);
  const last = Math.min(lines.length, Math.ceil((top + height) / ROW) + BEYOND);

  useEffect(() => { if (frame.current) setHeight(frame.current.clientHeight); }, []);
  useEffect(() => { if (last >= lines.length - BEYOND) onEnd?.(); }, [last, lines.length, onEnd]);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    frame.current?.querySelector<HTMLElement>(`[data-index="${focus}"]`)?.focus();
  });

  const walk = (next: number) => {
    const index = Math.min(Math.max(0, next), lines.length - 1);
    const element = frame.current;
    if (element) {
      if (index * ROW < element.scrollTop) element.scrollTop = index * ROW;
      if ((index + 2) * ROW > element.scrollTop + element.clientHeight) element.scrollTop = (index + 2) * ROW - element.clientHeight;
    }
    moved.current = true;
    setFocus(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: focus + 1, ArrowUp: focus - 1, PageDown: focus + 15, PageUp: focus - 15, Home: 0, End: lines.length - 1 };
    const next = steps[event.key];
    if (event.key === 'Enter' && lines[focus]) onOpen(lines[focus].id);
    else if (next !== undefined) walk(next);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={frame} className={styles.frame} tabIndex={0} role="group" aria-label={t('logs.results')} onScroll={(event) => setTop(event.currentTarget.scrollTop)} onKeyDown={onKeyDown}>
      <table className={styles.table} aria-rowcount={total}>
        <caption className="hidden-text">{t('logs.results')}</caption>
        <thead>
          <tr><th scope="col" className={styles.time}>{t('logs.time')}</th><th scope="col" className={styles.levelColumn}>{t('logs.facet.level')}</th><th scope="col" className={styles.serviceColumn}>{t('logs.facet.service')}</th><th scope="col">{t('logs.line')}</th></tr>
        </thead>
        <tbody>
          {first > 0 && <tr className={styles.space} aria-hidden><td colSpan={4} style={{ height: first * ROW }} /></tr>}
          {lines.slice(first, last).map((line, index) => (
            <Row key={line.id} line={line} index={first + index} reachable={first + index === focus} open={line.id === open} onOpen={onOpen} />
          ))}
          {last < lines.length && <tr className={styles.space} aria-hidden><td colSpan={4} style={{ height: (lines.length - last) * ROW }} /></tr>}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line, index, reachable, open, onOpen }: { line: Line; index: number; reachable: boolean; open: boolean; onOpen: (id: string) => void }) {
  const time = useLogTime();
  const shortTime = useLogTime(true);
  const { id, log, highlight } = line;
  const at = text(log, 'timestamp') ?? '';
  const marked = highlight?.message?.[0] ?? (text(log, 'message') ? undefined : highlight?.error_message?.[0]);
  return (
    <tr data-index={index} data-open={open} tabIndex={reachable ? 0 : -1} aria-rowindex={index + 1} onClick={() => onOpen(id)}>
      <td className={styles.time}><span className={styles.onlyWide}>{time(at)}</span><span className={styles.onlySmall}>{shortTime(at)}</span></td>
      <td className={styles.levelColumn}><Level level={text(log, 'level')} /></td>
      <td className={styles.serviceColumn}>{text(log, 'service')}</td>
      <td>{marked ? <Marked html={marked} /> : lineOf(log)}</td>
    </tr>
  );
}

export function Marked({ html }: { html: string }) {
  return piecesOf(html).map(({ text: piece, marked }, index) => (marked ? <mark key={index} className={styles.mark}>{piece}</mark> : <span key={index}>{piece}</span>));
}

export function Level({ level }: { level: string | null }) {
  const tone = toneOf(level);
  return <span className={styles.level} data-tone={tone}>{level ?? ''}</span>;
}

function toneOf(level: string | null): 'bad' | 'warn' | undefined {
  if (level === 'ERROR' || level === 'FATAL') return 'bad';
  return level === 'WARN' ? 'warn' : undefined;
}
