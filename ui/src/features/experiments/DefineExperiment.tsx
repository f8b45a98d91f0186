import { Button, Modal, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDefineExperiment } from '../../api/experiments';
import { asProblem } from '../../api/problem';
import styles from './Experiments.module.css';

/** A new experiment with two variants; what else there is can be set over the API. */
export function DefineExperiment({ onClose, onDefined }: { onClose: () => void; onDefined: (key: string) => void }) {
  const { t } = useTranslation();
  const define = useDefineExperiment();
  const [key, setKey] = useState('');
  const [name, setName] = useState('');
  const [hypothesis, setHypothesis] = useState('');
  const [variant, setVariant] = useState('variant');
  const [share, setShare] = useState(50);
  const [rollout, setRollout] = useState(100);
  const [planned, setPlanned] = useState<number | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const edit = {
        name: name || key, hypothesis: hypothesis || null, rollout: [{ share: rollout / 100 }], planned_units: planned,
        variants: [{ name: 'control', share: 100 - share }, { name: variant, share }],
      };
      await define.mutateAsync({ key, edit });
      onClose();
      onDefined(key);
    } catch {
      // The form shows what the server refused.
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('experiments.list.define')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <form className={styles.form} onSubmit={send}>
        <TextInput label={t('experiments.list.key')} description={t('experiments.list.keyHow')} value={key} onChange={(event) => setKey(event.currentTarget.value)} required data-autofocus />
        <TextInput label={t('experiments.list.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Textarea label={t('experiments.list.hypothesis')} value={hypothesis} onChange={(event) => setHypothesis(event.currentTarget.value)} autosize minRows={2} />
        <div className={styles.pair}>
          <TextInput label={t('experiments.list.variantName')} value={variant} onChange={(event) => setVariant(event.currentTarget.value)} required />
          <NumberInput label={t('experiments.calculators.share')} suffix=" %" min={1} max={99} value={share} onChange={(value) => setShare(Number(value))} hideControls />
        </div>
        <div className={styles.pair}>
          <NumberInput label={t('experiments.list.rollout')} suffix=" %" min={0} max={100} value={rollout} onChange={(value) => setRollout(Number(value))} hideControls />
          <NumberInput label={t('experiments.list.planned')} min={1} value={planned ?? ''} onChange={(value) => setPlanned(typeof value === 'number' ? value : null)} hideControls />
        </div>
        {Boolean(define.error) && <p role="alert" style={{ color: 'var(--bad)' }}>{asProblem(define.error).message}</p>}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" loading={define.isPending}>{t('app.save')}</Button>
        </div>
      </form>
    </Modal>
  );
}
