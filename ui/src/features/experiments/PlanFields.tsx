import { ActionIcon, Button, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePlan } from '../../api/experiments';
import { useAnswer } from '../../api/queries';
import { useFormat, useShop } from '../../components/Shop';
import { daysOf } from '../../lib/period';
import { lookings, outcomes, planOf, type Definition } from './definition';
import { useOutcomeName } from './useOutcomeName';
import styles from './Experiments.module.css';

export interface FieldsProps {
  form: Definition;
  change: (part: Partial<Definition>) => void;
  /** Whether it was started, so that what decides stays. */
  settled: boolean;
}

const MOST_VARIANTS = 50;

/** Who gets what: control first, the shares relative to each other. */
export function VariantFields({ form, change, settled }: FieldsProps) {
  const { t } = useTranslation();
  const set = (index: number, part: Partial<Definition['variants'][number]>) => change({ variants: form.variants.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <fieldset className={styles.fields}>
      <legend>{t('experiments.list.variants')}</legend>
      {form.variants.map((variant, index) => (
        <div key={index} className={styles.line}>
          <TextInput aria-label={`${t('experiments.list.variantName')} ${index + 1}`} value={variant.name} disabled={settled} required onChange={(event) => set(index, { name: event.currentTarget.value })} />
          <NumberInput aria-label={`${t('experiments.define.share')} ${index + 1}`} value={variant.share} disabled={settled} min={0} hideControls onChange={(value) => set(index, { share: Number(value) })} />
          <ActionIcon variant="subtle" color="gray" size={36} disabled={settled || form.variants.length < 3 || index === 0} aria-label={t('experiments.define.remove', { name: variant.name })} onClick={() => change({ variants: form.variants.filter((_, at) => at !== index) })}><IconTrash size={16} /></ActionIcon>
        </div>
      ))}
      {!settled && form.variants.length < MOST_VARIANTS && (
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => change({ variants: [...form.variants, { name: `variant-${form.variants.length}`, share: form.variants.at(-1)?.share ?? 50, value: null }] })}>{t('experiments.define.addVariant')}</Button>
      )}
    </fieldset>
  );
}

/** What decides, what is looked at beside it, what must not get worse. */
export function MetricFields({ form, change, settled }: FieldsProps) {
  const { t } = useTranslation();
  const name = useOutcomeName();
  const data = outcomes.map((outcome) => ({ value: outcome, label: name(outcome) }));
  return (
    <div className={styles.pair}>
      <MultiSelect label={t('experiments.define.metrics')} description={t('experiments.define.metricsHow')} searchable data={data} value={form.metrics} disabled={settled} comboboxProps={{ withinPortal: true }} onChange={(metrics) => change({ metrics })} />
      <MultiSelect label={t('experiments.define.guardrails')} description={t('experiments.define.guardrailsHow')} searchable data={data} value={form.guardrails} comboboxProps={{ withinPortal: true }} onChange={(guardrails) => change({ guardrails })} />
    </div>
  );
}

/** How it is read, and how many visitors that needs, said while somebody types. */
export function PlanFields({ form, change, settled }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.fields}>
      <legend>{t('experiments.define.rule')}</legend>
      <div className={styles.pair}>
        <Select label={t('experiments.define.look')} allowDeselect={false} disabled={settled} value={form.look} onChange={(look) => look && change({ look })} data={lookings.map((look) => ({ value: look, label: t(`experiments.define.lookings.${look}`) }))} />
        {form.look === 'group_sequential'
          ? <NumberInput label={t('experiments.define.looks')} min={1} max={50} disabled={settled} value={form.looks} hideControls onChange={(value) => change({ looks: Number(value) })} />
          : <NumberInput label={t('experiments.define.daysBefore')} min={0} max={90} disabled={settled} value={form.daysBefore} hideControls onChange={(value) => change({ daysBefore: Number(value) })} />}
        <NumberInput label={t('experiments.define.effect')} suffix=" %" min={0.1} max={1000} disabled={settled} value={form.effect} hideControls onChange={(value) => change({ effect: Number(value) })} />
        <NumberInput label={t('experiments.define.margin')} suffix=" %" min={0.1} max={100} disabled={settled} value={form.margin} hideControls onChange={(value) => change({ margin: Number(value) })} />
        <NumberInput label={t('experiments.list.planned')} min={1} disabled={settled} value={form.planned ?? ''} hideControls onChange={(value) => change({ planned: typeof value === 'number' ? value : null })} />
      </div>
      <Needed form={form} change={change} settled={settled} />
    </fieldset>
  );
}

function Needed({ form, change, settled }: FieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { calendar } = useShop();
  const days = daysOf('last_28_days', calendar);
  const known = useAnswer({ kind: 'Trend', grain: 'day', metrics: ['visitors', 'buyers'], period: days, filters: [], comparison: 'none' });
  const rows = known.data?.rows ?? [];
  const sum = (column: number) => rows.reduce((all, row) => all + Number(row[column] ?? 0), 0);
  const visitors = sum(1);
  const plan = usePlan(planOf(form, visitors === 0 ? null : sum(2) / visitors, visitors / Math.max(1, rows.length)));
  const result = plan.data;
  if (!result) return null;
  const reached = result.achieved_power;
  return (
    <p className={styles.needed} aria-live="polite">
      {t('experiments.define.needed', { units: format.count(result.required_units ?? 0), effect: format.ratio(form.effect / 100, 1), days: t('period.days', { count: result.required_days ?? 0 }), rate: format.ratio(visitors === 0 ? 0 : sum(2) / visitors, 2) })}{' '}
      {form.planned !== null && reached !== null && t('experiments.define.reached', { units: format.count(form.planned), power: format.ratio(reached, 0), days: t('period.days', { count: result.days ?? 0 }) })}{' '}
      {!settled && result.required_units !== null && form.planned !== result.required_units && <Button variant="subtle" size="compact-sm" onClick={() => change({ planned: result.required_units })}>{t('experiments.define.take')}</Button>}
    </p>
  );
}
