import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useCallback, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDefineExperiment, type Experiment } from '../../api/experiments';
import { asProblem } from '../../api/problem';
import { useRefusal } from '../../components/useRefusal';
import { definitionOf, editOf, fresh, isComplete, type Definition } from './definition';
import { AudienceFields, SharingFields } from './AudienceFields';
import { MetricFields, PlanFields, VariantFields, type Change } from './PlanFields';
import styles from './Experiments.module.css';

interface Props {
  /** What is changed; none for a new one. */
  experiment?: Experiment;
  others: readonly Experiment[];
  onClose: () => void;
  onDefined: (key: string) => void;
}

/** An experiment is defined, or changed as far as it may be: what decides stays as it was settled before the start. */
export function DefineExperiment({ experiment, others, onClose, onDefined }: Props) {
  const { t } = useTranslation();
  const define = useDefineExperiment();
  const refusal = useRefusal();
  const [form, setForm] = useState<Definition>(experiment ? definitionOf(experiment) : fresh);
  const change = useCallback((part: Change) => setForm((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) })), []);
  const settled = experiment !== undefined && experiment.state !== 'draft';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete(form)) return;
    try {
      await define.mutateAsync({ key: form.key, edit: editOf(form) });
      onClose();
      onDefined(form.key);
    } catch {
      // The form shows what the server refused.
    }
  };
  const part = { form, change, settled };
  return (
    <Modal opened onClose={onClose} size="xl" title={t(experiment ? 'experiments.define.change' : 'experiments.list.define')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <form className={styles.form} onSubmit={send}>
        {settled && <p className={styles.settled}>{t('experiments.define.settled')}</p>}
        <div className={styles.pair}>
          <TextInput label={t('experiments.list.key')} description={t('experiments.list.keyHow')} value={form.key} disabled={experiment !== undefined} onChange={(event) => change({ key: event.currentTarget.value })} required data-autofocus />
          <TextInput label={t('experiments.list.name')} description={t('experiments.define.nameHow')} value={form.name} onChange={(event) => change({ name: event.currentTarget.value })} />
        </div>
        <Textarea label={t('experiments.list.hypothesis')} value={form.hypothesis} onChange={(event) => change({ hypothesis: event.currentTarget.value })} autosize minRows={2} />
        <VariantFields {...part} />
        <MetricFields {...part} />
        <PlanFields {...part} />
        <AudienceFields {...part} />
        <SharingFields {...part} others={others.filter(({ key }) => key !== form.key)} />
        {Boolean(define.error) && <p role="alert" className={styles.refused}>{refusal(asProblem(define.error))}</p>}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" loading={define.isPending}>{t('app.save')}</Button>
        </div>
      </form>
    </Modal>
  );
}
