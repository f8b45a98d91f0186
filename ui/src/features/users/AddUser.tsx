import { Alert, Button, Modal, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/client';
import { useAddUser } from '../../api/people';
import { asProblem } from '../../api/problem';
import { useSession } from '../../api/queries';
import { randomPassword } from '../../lib/password';
import { NewPassword } from './NewPassword';
import { grantable } from './rights';
import styles from './Users.module.css';

/** Makes an account with a random password, which its person changes at the first sign-in. */
export function AddUser({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddUser();
  const [password, setPassword] = useState('');
  const close = () => {
    onClose();
    add.reset();
  };
  const create = (user: { username: string; email?: string; role: Role }) => {
    const made = randomPassword();
    setPassword(made);
    add.mutate({ ...user, password: made });
  };
  return (
    <Modal opened={opened} onClose={close} title={t('people.users.add')} closeOnClickOutside={!add.data} closeOnEscape={!add.data} closeButtonProps={{ 'aria-label': t('app.close') }}>
      {add.data ? <NewPassword name={add.data.username} password={password} onDone={close} /> : <UserForm onCreate={create} onCancel={close} busy={add.isPending} failed={add.error} />}
    </Modal>
  );
}

interface FormProps {
  onCreate: (user: { username: string; email?: string; role: Role }) => void;
  onCancel: () => void;
  busy: boolean;
  failed: unknown;
}

function UserForm({ onCreate, onCancel, busy, failed }: FormProps) {
  const { t } = useTranslation();
  const session = useSession();
  const own = session.status === 'signed_in' ? session.user.role : 'viewer';
  const [username, setUsername] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (username.trim()) onCreate({ username: username.trim(), role, ...(email.trim() ? { email: email.trim() } : {}) });
  };
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      {Boolean(failed) && <Alert color="red" role="alert">{t('people.failed', { detail: asProblem(failed).message })}</Alert>}
      <TextInput label={t('auth.username')} value={username} maxLength={64} autoComplete="off" data-autofocus onChange={(event) => setUsername(event.currentTarget.value)} />
      <TextInput label={t('people.users.emailOptional')} type="email" value={email} autoComplete="off" onChange={(event) => setEmail(event.currentTarget.value)} />
      <Select label={t('people.users.role')} description={t(`people.users.may.${role}`)} value={role} allowDeselect={false} onChange={(next) => setRole(next as Role)}
        data={grantable(own).map((value) => ({ value, label: t(`account.roles.${value}`) }))} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onCancel}>{t('app.cancel')}</Button>
        <Button type="submit" loading={busy} disabled={!username.trim()}>{t('people.users.add')}</Button>
      </div>
    </form>
  );
}
