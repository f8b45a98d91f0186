import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFraudStats } from '../../api/fraud';
import { Choice } from '../../components/Choice';
import { PageHead } from '../../components/PageHead';
import { PeriodPicker } from '../../components/PeriodPicker';
import { useFormat } from '../../components/Shop';
import { useView } from '../../components/useView';
import { CaseDrawer } from './CaseDrawer';
import { FiguresPart } from './FiguresPart';
import { QueuePart } from './QueuePart';
import { RulesPart } from './RulesPart';
import styles from './Fraud.module.css';

const parts = ['queue', 'figures', 'rules'] as const;
type Part = (typeof parts)[number];

/** Payments that look like fraud: the cases to decide, how good the scores are, and the rules that give them. */
export function FraudPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { days } = useView();
  const search = useSearch({ strict: false }) as { part?: string; case?: string };
  const navigate = useNavigate();
  const change = (next: Record<string, string | undefined>) => void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, ...next }) } as never);
  const part: Part = parts.find((one) => one === search.part) ?? 'queue';
  const stats = useFraudStats(days.from, days.to);
  const grave = stats.data?.levels.filter(({ level }) => level === 'high' || level === 'medium').reduce((sum, { payments }) => sum + payments, 0) ?? 0;
  const elsewhere = stats.data ? stats.data.due_ever - stats.data.due : 0;
  const waiting = stats.data
    ? t(stats.data.payments === 0 ? 'fraud.subtitleNone' : 'fraud.subtitle', { count: stats.data.due, due: format.count(stats.data.due), payments: format.count(stats.data.payments), share: format.ratio(grave / Math.max(1, stats.data.payments), 1) })
    : '\u00a0';
  const subtitle = elsewhere > 0 ? `${waiting}${t('fraud.elsewhere', { count: elsewhere, shown: format.count(elsewhere) })}` : waiting;
  return (
    <>
      <PageHead title={t('fraud.title')} subtitle={subtitle}><PeriodPicker /></PageHead>
      <div className={styles.tools}>
        <Choice label={t('fraud.parts')} words={parts} chosen={part} choose={(next) => change({ part: next === 'queue' ? undefined : next })} name={(word) => t(`fraud.part.${word}`)} />
      </div>
      {part === 'queue' && <QueuePart open={(id) => change({ case: id })} opened={search.case} />}
      {part === 'figures' && <FiguresPart asked={stats} />}
      {part === 'rules' && <RulesPart />}
      <CaseDrawer id={search.case} open={(id) => change({ case: id })} />
    </>
  );
}
