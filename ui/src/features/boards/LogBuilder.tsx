import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogChart } from './logCharts';
import { fieldName } from './ownDisplay';
import { boundsOf, countedFields, fitted, numberFields, ownCharts } from './ownLogs';
import type { FullPlan } from './plan';

interface Props {
  plan: FullPlan;
  onChange: (plan: FullPlan) => void;
}

/** Which logs a chart counts, and by what; its search is that of the search page. */
export function LogBuilder({ plan, onChange }: Props) {
  const { t } = useTranslation();
  const count = plan.log_count!;
  const field = count.field ?? null;
  const fields: readonly string[] = plan.logs === 'ranges' ? numberFields : countedFields;
  const options = [...new Set([...fields, ...(field === null ? [] : [field])])].map((name) => ({ value: name, label: fieldName(name, t) }));
  return (
    <>
      <Select label={t('boards.logs.shows')} allowDeselect={false} value={plan.logs} data={ownCharts.map((name) => ({ value: name, label: t(`boards.logs.own.${name}`) }))}
        onChange={(chart) => onChange(fitted(plan, chart as LogChart, field))} />
      <Draft label={t('boards.logs.search')} description={t('boards.logs.searchHint')} value={count.search ?? ''} placeholder="service:checkout AND status_code:>=500"
        onDone={(search) => onChange({ ...plan, log_count: { ...count, search } })} />
      <Select label={t(plan.logs === 'ranges' ? 'boards.logs.numbersOf' : 'boards.by')} allowDeselect={false} value={field ?? ''}
        data={[...(plan.logs === 'over_time' ? [{ value: '', label: t('boards.byNothing') }] : []), ...options]} onChange={(name) => onChange(fitted(plan, plan.logs!, name || null))} />
      {plan.logs === 'ranges' && (
        <Draft key={field} label={t('boards.logs.bounds')} description={t('boards.logs.boundsHint')} value={(count.bounds ?? []).join(' ; ')} wrong={(text) => (boundsOf(text) === null ? t('boards.logs.boundsWrong') : null)}
          onDone={(text) => onChange({ ...plan, log_count: { ...count, bounds: boundsOf(text) ?? count.bounds ?? [] } })} />
      )}
    </>
  );
}

interface DraftProps {
  label: string;
  description: string;
  value: string;
  placeholder?: string;
  wrong?: (text: string) => string | null;
  onDone: (text: string) => void;
}

/** A text that counts when it is finished, not with every letter. */
function Draft({ label, description, value, placeholder, wrong, onDone }: DraftProps) {
  const [text, setText] = useState(value);
  const fault = wrong?.(text) ?? null;
  const done = () => { if (fault === null && text.trim() !== value) onDone(text.trim()); };
  return (
    <TextInput label={label} description={description} placeholder={placeholder} value={text} error={fault} maxLength={2000} spellCheck={false}
      onChange={(event) => setText(event.currentTarget.value)} onBlur={done} onKeyDown={(event) => { if (event.key === 'Enter') done(); }} />
  );
}
