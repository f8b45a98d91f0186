import { ActionIcon, Button, Select, TagsInput, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Experiment } from '../../api/experiments';
import { DecimalInput } from '../../components/DecimalInput';
import { operations, type Definition } from './definition';
import type { FieldsProps } from './PlanFields';
import styles from './Experiments.module.css';

/** A time as the browser's field writes it, on the reader's clock. */
const local = (at: string) => new Date(new Date(at).getTime() - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** Who may take part, and how many of them from when on. */
export function AudienceFields({ form, change }: FieldsProps) {
  const { t } = useTranslation();
  const condition = (index: number, part: Partial<Definition['conditions'][number]>) => change({ conditions: form.conditions.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const step = (index: number, part: Partial<Definition['rollout'][number]>) => change({ rollout: form.rollout.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <>
      <fieldset className={styles.fields}>
        <legend>{t('experiments.define.audience')}</legend>
        {form.conditions.map((one, index) => (
          <div key={index} className={styles.line}>
            <TextInput aria-label={`${t('experiments.define.attribute')} ${index + 1}`} placeholder="country" value={one.attribute} required onChange={(event) => condition(index, { attribute: event.currentTarget.value })} />
            <Select aria-label={`${t('experiments.define.operation')} ${index + 1}`} allowDeselect={false} value={one.op} onChange={(op) => op && condition(index, { op })} data={operations.map((op) => ({ value: op, label: t(`filter.ops.${op}`) }))} />
            <TagsInput aria-label={`${t('experiments.define.values')} ${index + 1}`} disabled={one.op === 'exists'} value={one.values} onChange={(values) => condition(index, { values })} acceptValueOnBlur />
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('experiments.define.remove', { name: one.attribute || String(index + 1) })} onClick={() => change({ conditions: form.conditions.filter((_, at) => at !== index) })}><IconTrash size={16} /></ActionIcon>
          </div>
        ))}
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => change({ conditions: [...form.conditions, { attribute: '', op: 'is', values: [] }] })}>{t('experiments.define.addCondition')}</Button>
      </fieldset>
      <fieldset className={styles.fields}>
        <legend>{t('experiments.list.rollout')}</legend>
        {form.rollout.map((one, index) => (
          <div key={index} className={styles.line}>
            {index === 0
              ? <p className={styles.first}>{t('experiments.define.fromStart')}</p>
              : <TextInput type="datetime-local" aria-label={`${t('experiments.define.from')} ${index + 1}`} required value={one.at === null ? '' : local(one.at)} onChange={(event) => step(index, { at: event.currentTarget.value === '' ? null : new Date(event.currentTarget.value).toISOString() })} />}
            <DecimalInput aria-label={`${t('experiments.list.rollout')} ${index + 1}`} required suffix=" %" min={0} max={100} value={one.share} onChange={(share) => step(index, { share })} />
            <ActionIcon variant="subtle" color="gray" size={36} disabled={index === 0} aria-label={t('experiments.define.remove', { name: `${one.share} %` })} onClick={() => change({ rollout: form.rollout.filter((_, at) => at !== index) })}><IconTrash size={16} /></ActionIcon>
          </div>
        ))}
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => change({ rollout: [...form.rollout, { at: new Date(Date.now() + 86_400_000).toISOString(), share: 100 }] })}>{t('experiments.define.addStep')}</Button>
      </fieldset>
    </>
  );
}

/** What it shares visitors with: a group, a holdout, an experiment before it. */
export function SharingFields({ form, change, others }: FieldsProps & { others: readonly Experiment[] }) {
  const { t } = useTranslation();
  const before = others.find(({ key }) => key === form.prerequisite);
  return (
    <fieldset className={styles.fields}>
      <legend>{t('experiments.define.sharing')}</legend>
      <div className={styles.pair}>
        <TextInput label={t('experiments.define.group')} description={t('experiments.define.groupHow')} value={form.group} onChange={(event) => change({ group: event.currentTarget.value })} />
        <div className={styles.pair}>
          <DecimalInput label={t('experiments.define.groupFrom')} suffix=" %" min={0} max={100} disabled={form.group === ''} value={form.groupFrom} onChange={(groupFrom) => change({ groupFrom })} />
          <DecimalInput label={t('experiments.define.groupTo')} suffix=" %" min={0} max={100} disabled={form.group === ''} value={form.groupTo} onChange={(groupTo) => change({ groupTo })} />
        </div>
        <TextInput label={t('experiments.define.holdout')} description={t('experiments.define.holdoutHow')} value={form.holdout} onChange={(event) => change({ holdout: event.currentTarget.value })} />
        <DecimalInput label={t('experiments.define.holdoutShare')} suffix=" %" min={0} max={50} disabled={form.holdout === ''} value={form.holdoutShare} onChange={(holdoutShare) => change({ holdoutShare })} />
        <Select label={t('experiments.define.prerequisite')} description={t('experiments.define.prerequisiteHow')} clearable value={form.prerequisite || null} data={others.map(({ key, name }) => ({ value: key, label: name }))} onChange={(key) => change({ prerequisite: key ?? '', prerequisiteVariant: '' })} />
        <Select label={t('experiments.define.prerequisiteVariant')} disabled={before === undefined} required={before !== undefined} value={form.prerequisiteVariant || null} data={before?.variants.map(({ name }) => name) ?? []} onChange={(name) => change({ prerequisiteVariant: name ?? '' })} />
      </div>
    </fieldset>
  );
}
