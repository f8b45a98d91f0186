import { Button, Modal, Select, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeExperiment, type Experiment } from '../../api/experiments';
import { asProblem } from '../../api/problem';
import { useMay } from '../../components/Shop';
import { useRefusal } from '../../components/useRefusal';
import { actsOf, type Step } from './steps';
import styles from './Experiments.module.css';

/** What can be done with an experiment now. Each says what comes of it and asks why, for the log of decisions. */
export function Acts({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation();
  const may = useMay('analyst');
  const [step, setStep] = useState<Step | null>(null);
  if (!may) return null;
  const [first, ...others] = actsOf(experiment);
  return (
    <>
      {first && <Button variant={first === 'start' ? 'filled' : 'default'} onClick={() => setStep(first)}>{t(`experiments.steps.${first}.name`)}</Button>}
      {others.map((one) => (
        <Button key={one} variant={one === 'off' ? 'subtle' : 'default'} color={one === 'off' ? 'red' : undefined} onClick={() => setStep(one)}>{t(`experiments.steps.${one}.name`)}</Button>
      ))}
      {step && <StepDialog experiment={experiment} step={step} onClose={() => setStep(null)} />}
    </>
  );
}

function StepDialog({ experiment, step, onClose }: { experiment: Experiment; step: Step; onClose: () => void }) {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const change = useChangeExperiment(experiment.key);
  const names = experiment.variants.map(({ name }) => name);
  const [variant, setVariant] = useState(experiment.winner ?? names[0] ?? '');
  const [why, setWhy] = useState('');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const note = why === '' ? {} : { note: why };
    try {
      await change.mutateAsync(step === 'on' || step === 'off' ? { act: 'switch', enabled: step === 'on', ...note } : { act: step, ...(step === 'decide' ? { variant } : {}), ...note });
      onClose();
    } catch {
      // The dialog shows what the server refused.
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('experiments.steps.title', { step: t(`experiments.steps.${step}.name`), name: experiment.name })} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <form className={styles.form} onSubmit={send}>
        <p className={styles.settled}>{t(`experiments.steps.${step}.what`)}</p>
        {step === 'decide' && <Select label={t('experiments.steps.everybody')} allowDeselect={false} data={names} value={variant} onChange={(name) => name && setVariant(name)} />}
        <Textarea label={t('experiments.define.why')} autosize minRows={2} maxLength={2000} data-autofocus value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
        {Boolean(change.error) && <p role="alert" className={styles.refused}>{refusal(asProblem(change.error))}</p>}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" color={step === 'off' ? 'red' : undefined} loading={change.isPending}>{t('experiments.steps.confirm')}</Button>
        </div>
      </form>
    </Modal>
  );
}
