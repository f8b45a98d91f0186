import '@mantine/core/styles/Slider.css';
import { Button, NumberInput, Slider, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActivate, usePreview, useRules, useRulesHistory, type FraudRules } from '../../api/fraud';
import { asProblem } from '../../api/problem';
import cards from '../../components/Card.module.css';
import { CardState } from '../../components/CardState';
import { ChartCard } from '../../components/ChartCard';
import { useFormat, useMay } from '../../components/Shop';
import { refused, told } from './notices';
import { PreviewCard } from './PreviewCard';
import { useIndicatorWords } from './words';
import styles from './Fraud.module.css';

/** The rules, tried on past payments before they hold. */
export function RulesPart() {
  const { t } = useTranslation();
  const asked = useRules();
  return (
    <>
      <section className={`${cards.card} ${styles.gap}`} aria-label={t('fraud.rules')}>
        <CardState title={t('fraud.rules')} asked={asked} empty={false} height={560}>
          {asked.data && <Editor key={asked.data.version} version={asked.data.version} rules={asked.data.rules} shipped={asked.data.shipped} />}
        </CardState>
      </section>
      <History />
    </>
  );
}

const thresholds = ['low', 'medium', 'high'] as const;

function Editor({ version, rules, shipped }: { version: number; rules: FraudRules; shipped: FraudRules }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(rules);
  const [days, setDays] = useState(30);
  const [note, setNote] = useState('');
  const preview = usePreview();
  const activate = useActivate();
  const mayActivate = useMay('moderator');
  const onError = (error: unknown) => refused(t('fraud.failed', { why: asProblem(error).detail }));
  const number = (value: string | number, otherwise: number) => (typeof value === 'number' ? value : otherwise);
  return (
    <>
      <header className={cards.head}>
        <div className={cards.words}>
          <h2 className={cards.title}>{t('fraud.rules')}</h2>
          <p className={cards.finding}>{t('fraud.rulesFinding', { version })}</p>
        </div>
      </header>
      <div className={styles.thresholds} role="group" aria-label={t('fraud.thresholds')}>
        {thresholds.map((level) => (
          <NumberInput key={level} label={t(`fraud.risk.${level}`)} min={1} max={100} value={draft[level]} onChange={(value) => setDraft({ ...draft, [level]: number(value, draft[level]) })} />
        ))}
        <NumberInput label={t('fraud.bonus')} min={0} max={30} value={draft.bonus} onChange={(value) => setDraft({ ...draft, bonus: number(value, draft.bonus) })} />
      </div>
      <Weights draft={draft} setDraft={setDraft} />
      <div className={styles.acts}>
        <NumberInput label={t('fraud.days')} min={1} max={365} value={days} onChange={(value) => setDays(number(value, days))} />
        <Button loading={preview.isPending} onClick={() => preview.mutate({ rules: draft, days }, { onError })}>{t('fraud.preview')}</Button>
        <Button variant="default" onClick={() => setDraft(shipped)}>{t('fraud.shipped')}</Button>
      </div>
      {preview.isPending && <p className={styles.quiet} role="status">{t('fraud.previewing')}</p>}
      {preview.data && <PreviewCard preview={preview.data} />}
      {mayActivate ? (
        <div className={styles.acts}>
          <TextInput label={t('fraud.reason')} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} className={styles.find} />
          <Button variant="default" loading={activate.isPending} disabled={JSON.stringify(draft) === JSON.stringify(rules)}
            onClick={() => activate.mutate({ rules: draft, note: note.trim() }, { onSuccess: (now) => told(t('fraud.activated', { version: now.version })), onError })}>{t('fraud.activate')}</Button>
        </div>
      ) : <p className={styles.quiet}>{t('fraud.mayNot')}</p>}
    </>
  );
}

function Weights({ draft, setDraft }: { draft: FraudRules; setDraft: (next: FraudRules) => void }) {
  const { t } = useTranslation();
  const words = useIndicatorWords();
  const change = (name: string, part: { points?: number; bound?: number }) => {
    const before = draft.weights[name];
    if (before) setDraft({ ...draft, weights: { ...draft.weights, [name]: { ...before, ...part } } });
  };
  return (
    <ul className={styles.weights}>
      {Object.entries(draft.weights).map(([name, { points, bound }]) => (
        <li key={name}>
          <span>{words.name(name)}</span>
          <Slider min={-60} max={100} value={points} onChange={(value) => change(name, { points: value })} label={null} thumbLabel={`${words.name(name)}: ${t('fraud.pointsColumn')}`} />
          <NumberInput aria-label={`${words.name(name)}: ${t('fraud.pointsColumn')}`} min={-100} max={100} value={points} onChange={(value) => typeof value === 'number' && change(name, { points: value })} />
          {words.unit(name) === '–' ? <span aria-hidden>–</span> : <NumberInput aria-label={`${words.name(name)}: ${t('fraud.bound')} (${words.unit(name)})`} min={0.1} value={bound} onChange={(value) => typeof value === 'number' && change(name, { bound: value })} />}
          <small>{words.unit(name) === '–' ? '' : words.unit(name)}</small>
        </li>
      ))}
    </ul>
  );
}

function History() {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = useRulesHistory();
  const forms = asked.data?.forms ?? [];
  return (
    <ChartCard title={t('fraud.history')} asked={asked} empty={forms.length === 0} height={220} emptyState={<p className={styles.quiet} role="status">{t('fraud.historyNone')}</p>}
      table={{
        columns: [
          { key: 'version', label: t('fraud.versionColumn'), numeric: true },
          { key: 'at', label: t('fraud.column.time'), show: (value) => format.instant(String(value)) },
          { key: 'by', label: t('fraud.by') },
          { key: 'note', label: t('fraud.reason') },
        ],
        rows: forms.map(({ version, at, by, note }) => [version, at, by, note]),
      }} />
  );
}
