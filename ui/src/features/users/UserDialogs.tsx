import { Alert, Button, Modal, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/client';
import { useChangeUser, useDeleteUser, useResetPassword, useResetSecondFactor, type Account } from '../../api/people';
import { asProblem } from '../../api/problem';
import { randomPassword } from '../../lib/password';
import { NewPassword } from './NewPassword';
import { grantable } from './rights';
import styles from './Users.module.css';

export interface UserDialog {
  kind: 'role' | 'state' | 'password' | 'factor' | 'delete';
  user: Account;
  own: Role;
}

interface Props {
  dialog: UserDialog | null;
  onClose: () => void;
}

/** Whatever is done to an account is asked about once more, with what follows from it. */
export function UserDialogs({ dialog, onClose }: Props) {
  const { t } = useTranslation();
  const title = dialog === null ? '' : t(`people.users.titles.${titleOf(dialog)}`, { name: dialog.user.username });
  return (
    <Modal opened={dialog !== null} onClose={onClose} title={title} closeOnClickOutside={dialog?.kind !== 'password'} closeButtonProps={{ 'aria-label': t('app.close') }}>
      {dialog?.kind === 'role' && <ChangeRole {...dialog} onClose={onClose} />}
      {dialog?.kind === 'state' && <ChangeState {...dialog} onClose={onClose} />}
      {dialog?.kind === 'password' && <ResetPassword {...dialog} onClose={onClose} />}
      {dialog?.kind === 'factor' && <ResetFactor {...dialog} onClose={onClose} />}
      {dialog?.kind === 'delete' && <Delete {...dialog} onClose={onClose} />}
    </Modal>
  );
}

function titleOf({ kind, user }: UserDialog) {
  if (kind !== 'state') return kind;
  return user.is_active ? 'turnOff' : 'turnOn';
}

type Inner = Omit<UserDialog, 'kind'> & { onClose: () => void };

/** Says what was done, or why not, and closes. */
function useEnd(onClose: () => void) {
  const { t } = useTranslation();
  return {
    onSuccess: () => {
      notifications.show({ message: t('people.done'), color: 'teal' });
      onClose();
    },
  };
}

function ChangeRole({ user, own, onClose }: Inner) {
  const { t } = useTranslation();
  const change = useChangeUser();
  const end = useEnd(onClose);
  const [role, setRole] = useState(user.role);
  return (
    <>
      <Select label={t('people.users.role')} value={role} allowDeselect={false} onChange={(next) => setRole(next as Role)}
        data={grantable(own).map((value) => ({ value, label: t(`account.roles.${value}`) }))} />
      <p className={styles.why}>{t(`people.users.may.${role}`)}</p>
      <Buttons onClose={onClose} failed={change.error} busy={change.isPending} disabled={role === user.role} label={t('people.users.changeRole')}
        onDo={() => change.mutate({ id: user.id, role }, end)} />
    </>
  );
}

function ChangeState({ user, onClose }: Inner) {
  const { t } = useTranslation();
  const change = useChangeUser();
  const end = useEnd(onClose);
  return (
    <>
      <p className={styles.why}>{t(user.is_active ? 'people.users.turnOffWhy' : 'people.users.turnOnWhy')}</p>
      <Buttons onClose={onClose} failed={change.error} busy={change.isPending} label={t(user.is_active ? 'people.users.turnOff' : 'people.users.turnOn')}
        onDo={() => change.mutate({ id: user.id, is_active: !user.is_active }, end)} />
    </>
  );
}

function ResetPassword({ user, onClose }: Inner) {
  const { t } = useTranslation();
  const reset = useResetPassword();
  const [password] = useState(() => randomPassword());
  if (reset.isSuccess) return <NewPassword name={user.username} password={password} onDone={onClose} />;
  return (
    <>
      <p className={styles.why}>{t('people.users.resetPasswordWhy')}</p>
      <Buttons onClose={onClose} failed={reset.error} busy={reset.isPending} label={t('people.users.resetPassword')} onDo={() => reset.mutate({ id: user.id, password })} />
    </>
  );
}

function ResetFactor({ user, onClose }: Inner) {
  const { t } = useTranslation();
  const reset = useResetSecondFactor();
  const end = useEnd(onClose);
  return (
    <>
      <p className={styles.why}>{t('people.users.resetFactorWhy')}</p>
      <Buttons onClose={onClose} failed={reset.error} busy={reset.isPending} label={t('people.users.resetFactor')} onDo={() => reset.mutate(user.id, end)} />
    </>
  );
}

function Delete({ user, onClose }: Inner) {
  const { t } = useTranslation();
  const remove = useDeleteUser();
  const end = useEnd(onClose);
  const [typed, setTyped] = useState('');
  return (
    <>
      <p className={styles.why}>{t('people.users.deleteWhy')}</p>
      <TextInput label={t('people.users.name')} placeholder={user.username} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} data-autofocus />
      <Buttons onClose={onClose} failed={remove.error} busy={remove.isPending} disabled={typed.trim() !== user.username} danger label={t('people.users.delete')} onDo={() => remove.mutate(user.id, end)} />
    </>
  );
}

interface ButtonProps {
  label: string;
  busy: boolean;
  failed: unknown;
  disabled?: boolean;
  danger?: boolean;
  onDo: () => void;
  onClose: () => void;
}

function Buttons({ label, busy, failed, disabled, danger, onDo, onClose }: ButtonProps) {
  const { t } = useTranslation();
  return (
    <>
      {Boolean(failed) && <Alert color="red" role="alert" mt={12}>{t('people.failed', { detail: asProblem(failed).message })}</Alert>}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>{t('app.cancel')}</Button>
        <Button color={danger ? 'red' : undefined} loading={busy} disabled={disabled} onClick={onDo}>{label}</Button>
      </div>
    </>
  );
}
