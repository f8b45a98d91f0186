import { ActionIcon, Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutcomeBaseline, usePlan } from '../../api/experiments';
import { DecimalInput } from '../../components/DecimalInput';
import { useFormat } from '../../components/Shop';
import { lookings, outcomes, planOf, retyped, valueOf, valueTypes, type Definition, type ValueType } from './definition';
import { useFigure } from './useFigure';
import { useOutcomeName } from './useOutcomeName';
import styles from './Experiments.module.css';

/** Members that become something else, or how they follow from those before. */
export type Change = Partial<Definition> | ((before: Definition) => Partial<Definition>);

export interface FieldsProps {
  form: Definition;
  change: (part: Change) => void;
  /** Whether it was started, so that what decides stays. */
  settled: boolean;
}

const MOST_VARIANTS = 50;

/** Who gets what: control first, the shares relative to each other. */
export function VariantFields({ form, change, settled }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.fields}>
      <legend>{t('experiments.list.variants')}</legend>
      <Select label={t('experiments.define.valueType')} allowDeselect={false} disabled={settled} value={form.valueType} data={valueTypes.map((type) => ({ value: type, label: t(`experiments.define.valueTypes.${type}`) }))}
        onChange={(type) => type && change({ valueType: type as ValueType, variants: retyped(form.variants, type as ValueType) })} />
      <div className={styles.line} data-wide={form.valueType !== 'name'} aria-hidden>
        <small>{t('experiments.list.variantName')}</small><small>{t('experiments.define.share')}</small>{form.valueType !== 'name' && <small>{t('experiments.define.value')}</small>}<span className={styles.bin} />
      </div>
      {form.variants.map((variant, index) => <VariantLine key={index} index={index} variant={variant} type={form.valueType} settled={settled} few={form.variants.length < 3} change={change} />)}
      {!settled && form.variants.length < MOST_VARIANTS && (
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => change({ variants: [...form.variants, { name: `variant-${form.variants.length}`, share: form.variants.at(-1)?.share ?? 50, value: form.variants.at(-1)?.value ?? '' }] })}>{t('experiments.define.addVariant')}</Button>
      )}
    </fieldset>
  );
}

interface VariantProps {
  index: number;
  variant: Definition['variants'][number];
  type: ValueType;
  settled: boolean;
  few: boolean;
  change: FieldsProps['change'];
}

/** Fifty of them are on the page while somebody types in one. */
const VariantLine = memo(function VariantLine({ index, variant, type, settled, few, change }: VariantProps) {
  const { t } = useTranslation();
  const set = (part: Partial<Definition['variants'][number]>) => change(({ variants }) => ({ variants: variants.map((one, at) => (at === index ? { ...one, ...part } : one)) }));
  return (
    <div className={styles.line} data-wide={type !== 'name'}>
      <TextInput aria-label={`${t('experiments.list.variantName')} ${index + 1}`} value={variant.name} disabled={settled} required onChange={(event) => set({ name: event.currentTarget.value })} />
      <DecimalInput aria-label={`${t('experiments.define.share')} ${index + 1}`} value={variant.share} disabled={settled} min={0} onChange={(share) => set({ share })} />
      {type !== 'name' && <ValueField type={type} label={`${t('experiments.define.value')} ${index + 1}`} value={variant.value} disabled={settled} onChange={(value) => set({ value })} />}
      <ActionIcon variant="subtle" color="gray" size={36} disabled={settled || few || index === 0} aria-label={t('experiments.define.remove', { name: variant.name })} onClick={() => change(({ variants }) => ({ variants: variants.filter((_, at) => at !== index) }))}><IconTrash size={16} /></ActionIcon>
    </div>
  );
});

function ValueField({ type, label, value, disabled, onChange }: { type: Exclude<ValueType, 'name'>; label: string; value: string; disabled: boolean; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  if (type === 'boolean') {
    return <Select aria-label={label} allowDeselect={false} disabled={disabled} value={value} data={[{ value: 'false', label: t('experiments.result.no') }, { value: 'true', label: t('experiments.result.yes') }]} onChange={(next) => next && onChange(next)} />;
  }
  const wrong = type !== 'string' && valueOf(value, type) === undefined;
  return <TextInput aria-label={label} disabled={disabled} value={value} error={wrong && t(`experiments.define.noValue.${type}`)} onChange={(event) => onChange(event.currentTarget.value)} />;
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
  const settling = { disabled: settled, required: true };
  return (
    <fieldset className={styles.fields}>
      <legend>{t('experiments.define.rule')}</legend>
      <div className={styles.pair}>
        <Select label={t('experiments.define.look')} allowDeselect={false} disabled={settled} value={form.look} onChange={(look) => look && change({ look })} data={lookings.map((look) => ({ value: look, label: t(`experiments.define.lookings.${look}`) }))} />
        {form.look === 'group_sequential' && <DecimalInput label={t('experiments.define.looks')} {...settling} min={1} max={50} allowDecimal={false} value={form.looks} onChange={(looks) => change({ looks })} />}
        <DecimalInput label={t('experiments.define.daysBefore')} {...settling} min={0} max={90} allowDecimal={false} value={form.daysBefore} onChange={(daysBefore) => change({ daysBefore })} />
        <DecimalInput label={t('experiments.confidence')} {...settling} suffix=" %" min={50.1} max={99.99} value={form.confidence} onChange={(confidence) => change({ confidence })} />
        <DecimalInput label={t('experiments.define.effect')} {...settling} suffix=" %" min={0.1} max={1000} value={form.effect} onChange={(effect) => change({ effect })} />
        <DecimalInput label={t('experiments.define.margin')} {...settling} suffix=" %" min={0.1} max={100} value={form.margin} onChange={(margin) => change({ margin })} />
        <DecimalInput label={t('experiments.list.planned')} disabled={settled} min={1} allowDecimal={false} value={form.planned} onChange={(planned) => change({ planned })} />
      </div>
      <Needed form={form} change={change} settled={settled} />
    </fieldset>
  );
}

function Needed({ form, change, settled }: FieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = useFigure();
  const name = useOutcomeName();
  const decides = form.metrics[0] ?? 'conversion_per_visitor';
  const planned = decides !== 'response_time_p95';
  const now = useOutcomeBaseline(planned ? decides : null);
  const plan = usePlan(planOf(form, now.data));
  if (!planned) return <p className={styles.needed}>{t('experiments.define.notPlanned')}</p>;
  const result = plan.data;
  if (!result || !now.data) return null;
  const reached = result.achieved_power;
  return (
    <p className={styles.needed} aria-live="polite">
      {t('experiments.define.needed', {
        units: format.count(result.required_units ?? 0), effect: format.ratio((form.effect ?? 0) / 100, 1), power: format.ratio(result.test_power, 0), metric: name(decides, now.data.unit),
        days: t('period.days', { count: result.required_days ?? 0 }), now: figure(now.data.baseline, now.data.unit),
      })}{' '}
      {form.planned !== null && reached !== null && t('experiments.define.reached', { units: format.count(form.planned), power: format.ratio(reached, 0), days: t('period.days', { count: result.days ?? 0 }) })}{' '}
      {!settled && result.required_units !== null && form.planned !== result.required_units && <Button variant="subtle" size="compact-sm" onClick={() => change({ planned: result.required_units })}>{t('experiments.define.take')}</Button>}
    </p>
  );
}
