import { Alert, Button, Modal, Radio, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyScope } from '../../api/client';
import { asProblem } from '../../api/problem';
import { useCreateKey } from '../../api/queries';
import { firstEvent } from '../../components/CardState';
import { CopyLine } from '../../components/CopyLine';
import styles from './Keys.module.css';

/** Makes a key and shows its secret once, with a line that tries it. */
export function CreateKey({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const create = useCreateKey();
  const made = create.data;
  const close = () => {
    onClose();
    create.reset();
  };
  const title = made ? t('keys.secretTitle', { name: made.name }) : t('keys.create');
  return (
    // While the secret is shown only the button closes: a click beside the window would lose it.
    <Modal opened={opened} onClose={close} title={title} size="lg" closeOnClickOutside={!made} closeOnEscape={!made}
      withCloseButton={!made} closeButtonProps={{ 'aria-label': t('app.close') }}>
      {made ? (
        <div className={styles.form}>
          <Alert color="yellow" icon={<IconAlertTriangle size={18} />} className={styles.once}>{t('keys.secretOnce')}</Alert>
          <div>
            <h3>{t('keys.secret')}</h3>
            <CopyLine text={made.secret} label={t('keys.secret')} />
          </div>
          <div>
            <h3>{t(made.scope === 'ingest' ? 'keys.tryIt' : 'keys.readIt')}</h3>
            <CopyLine text={made.scope === 'ingest' ? firstEvent(location.origin, made.secret) : firstQuestion(location.origin, made.secret)} label={t('keys.tryIt')} />
          </div>
          <div className={styles.buttons}><Button onClick={close}>{t('keys.done')}</Button></div>
        </div>
      ) : (
        <KeyForm onCreate={(key) => create.mutate(key)} busy={create.isPending} failed={create.error} onCancel={close} />
      )}
    </Modal>
  );
}

interface FormProps {
  onCreate: (key: { name: string; scope: KeyScope }) => void;
  onCancel: () => void;
  busy: boolean;
  failed: unknown;
}

function KeyForm({ onCreate, onCancel, busy, failed }: FormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<KeyScope>('ingest');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) onCreate({ name: name.trim(), scope });
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      {Boolean(failed) && <Alert color="red" role="alert">{t('keys.failed', { detail: asProblem(failed).message })}</Alert>}
      <TextInput label={t('keys.name')} description={t('keys.nameHint')} value={name} maxLength={80} data-autofocus
        onChange={(event) => setName(event.currentTarget.value)} />
      <Radio.Group label={t('keys.scope')} value={scope} onChange={(next) => setScope(next as KeyScope)}>
        <div className={styles.scopes}>
          {(['ingest', 'read'] as const).map((value) => (
            <Radio key={value} value={value} label={t(`keys.scopes.${value}`)} description={t(`keys.scopeHints.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onCancel}>{t('app.cancel')}</Button>
        <Button type="submit" loading={busy} disabled={!name.trim()}>{t('keys.make')}</Button>
      </div>
    </form>
  );
}

function firstQuestion(origin: string, key: string): string {
  const day = new Date().toISOString().slice(0, 10);
  const question = JSON.stringify({ kind: 'Totals', metrics: ['visitors', 'revenue'], period: { from: day, to: day } });
  return `curl -X POST ${origin}/api/query -H 'Authorization: Bearer ${key}' -H 'Content-Type: application/json' -d '${question}'`;
}
