import { TextInput } from '@mantine/core';
import { IconSearch, IconShieldSearch } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCases, type FraudCase } from '../../api/fraud';
import cards from '../../components/Card.module.css';
import { CardState } from '../../components/CardState';
import { Choice } from '../../components/Choice';
import { useFormat } from '../../components/Shop';
import { useView } from '../../components/useView';
import { Decided, Risk } from './Risk';
import { useDecide, type Decision } from './useDecide';
import { useIndicatorWords } from './words';
import styles from './Fraud.module.css';

const states = ['due', 'decided', 'all'] as const;
const KEYS: Record<string, Decision> = { f: 'fraud', l: 'legit', u: 'unsure' };
const AFTER_G_MS = 1_200;

interface Props {
  opened: string | undefined;
  open: (id: string | undefined) => void;
}

/** The cases by score; decided with single keys. */
export function QueuePart({ opened, open }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { days } = useView();
  const [state, setState] = useState<(typeof states)[number]>('due');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 300);
  const asked = useCases({ from: days.from, to: days.to, state: state === 'all' ? '' : state, q });
  const cases = asked.data?.cases ?? [];
  const total = asked.data?.total ?? 0;
  const [at, setAt] = useState(0);
  const here = Math.min(at, Math.max(0, cases.length - 1));
  useKeys({ cases, here, setAt, open, opened });
  const nothing = (
    <div className={cards.state} style={{ minHeight: 300 }}>
      <span className={cards.icon}><IconShieldSearch size={20} aria-hidden /></span>
      <strong>{t('fraud.nothing')}</strong>
      <p>{t('fraud.nothingHow')}</p>
    </div>
  );
  return (
    <section className={cards.card} aria-label={t('fraud.queue')}>
      <header className={cards.head}>
        <div className={cards.words}>
          <h2 className={cards.title}>{t('fraud.queue')}</h2>
          <p className={cards.finding}>{asked.data ? t('fraud.queueFinding', { count: total, shown: format.count(total) }) : '\u00a0'}</p>
        </div>
      </header>
      <div className={styles.tools}>
        <Choice label={t('fraud.states')} words={states} chosen={state} choose={(next) => { setState(next); setAt(0); }} name={(word) => t(`fraud.state.${word}`)} />
        <TextInput aria-label={t('fraud.find')} placeholder={t('fraud.findHint')} leftSection={<IconSearch size={15} aria-hidden />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} className={styles.find} />
      </div>
      <CardState title={t('fraud.queue')} asked={asked} empty={cases.length === 0} height={420} emptyState={nothing}>
        <Table cases={cases} here={here} onHere={setAt} open={open} />
        <p className={cards.note}>{t('fraud.keysHint')}</p>
      </CardState>
    </section>
  );
}

function useKeys({ cases, here, setAt, open, opened }: { cases: readonly FraudCase[]; here: number; setAt: (index: number) => void; open: Props['open']; opened: string | undefined }) {
  const { decide, reopen } = useDecide();
  const last = useRef<string | undefined>(undefined);
  const gPressed = useRef(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      const other = document.querySelector('[role="dialog"]') !== null && opened === undefined;
      if (event.ctrlKey || event.metaKey || event.altKey || typing || other) return;
      const afterG = Date.now() - gPressed.current < AFTER_G_MS;
      gPressed.current = event.key === 'g' ? Date.now() : 0;
      if (afterG) return;
      const chosen = opened ?? cases[here]?.transaction_id;
      const decision = KEYS[event.key];
      const move = (by: number) => {
        const next = Math.min(cases.length - 1, Math.max(0, here + by));
        setAt(next);
        if (opened !== undefined) open(cases[next]?.transaction_id);
      };
      if (event.key === 'j') move(1);
      else if (event.key === 'k') move(-1);
      else if (event.key === 'Enter' && opened === undefined && !(event.target instanceof HTMLElement && event.target.closest('button, a, label'))) open(chosen);
      else if (decision && chosen) {
        last.current = chosen;
        decide(chosen, decision);
      } else if (event.key === 'z' && last.current) reopen(last.current);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [cases, here, setAt, open, opened, decide, reopen]);
}

function Table({ cases, here, onHere, open }: { cases: readonly FraudCase[]; here: number; onHere: (index: number) => void; open: Props['open'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useIndicatorWords();
  const row = useRef<HTMLTableRowElement>(null);
  // Newer browsers answer with a promise, which would be taken for what is to be done at the end.
  useEffect(() => { row.current?.scrollIntoView({ block: 'nearest' }); }, [here]);
  return (
    <div className={styles.frame} tabIndex={0} role="group" aria-label={t('fraud.queue')}>
      <table className={styles.table}>
        <caption className="hidden-text">{t('fraud.queue')}</caption>
        <thead><tr>{(['score', 'transaction', 'time', 'amount', 'who', 'why', 'state'] as const).map((column) => <th key={column} scope="col">{t(`fraud.column.${column}`)}</th>)}</tr></thead>
        <tbody>
          {cases.map((one, index) => (
            <tr key={one.transaction_id} ref={index === here ? row : undefined} data-here={index === here} onMouseDown={() => onHere(index)}>
              <td><Risk score={one.fraud_score} risk={one.risk} /></td>
              <td><button type="button" aria-label={t('fraud.openCase', { id: one.transaction_id })} onClick={() => open(one.transaction_id)}>{one.transaction_id}</button></td>
              <td>{format.instant(one.timestamp)}</td>
              <td data-numeric>{one.amount === null ? '–' : format.moneyExact(one.amount, one.currency ?? undefined)}</td>
              <td>{one.user_id ?? t('fraud.guest')}</td>
              <td>{one.signals.slice(0, 3).map(words.name).join(', ')}</td>
              <td><Decided of={one} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
