import { Button, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKey, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Key } from '../../api/client';
import { asProblem } from '../../api/problem';
import { useKeys, useRevokeKey } from '../../api/queries';
import { CardState } from '../../components/CardState';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import { CreateKey } from './CreateKey';
import styles from './Keys.module.css';

/** Keys with which the shop sends events and other programs read figures. */
export function KeysPage() {
  const { t } = useTranslation();
  const may = useMay('admin');
  const keys = useKeys();
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<Key | null>(null);
  const list = keys.data?.keys ?? [];
  if (!may) return <PageHead title={t('keys.title')} subtitle={t('keys.noRight')} />;
  const subtitle = list.length === 0 ? t('keys.subtitleNone') : t('keys.subtitle', { count: list.length });
  return (
    <>
      <PageHead title={t('keys.title')} subtitle={keys.data ? subtitle : undefined}>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>{t('keys.create')}</Button>
      </PageHead>
      <div className={styles.card}>
        <CardState title={t('keys.title')} asked={keys} empty={list.length === 0} height={240} emptyState={<NoKeys onCreate={() => setCreating(true)} />}>
          <KeyTable keys={list} onRevoke={setRevoking} />
        </CardState>
      </div>
      <CreateKey opened={creating} onClose={() => setCreating(false)} />
      <RevokeKey key={revoking?.id} revoking={revoking} onClose={() => setRevoking(null)} />
    </>
  );
}

function NoKeys({ onCreate }: { onCreate: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.none}>
      <IconKey size={28} aria-hidden />
      <strong>{t('keys.empty')}</strong>
      <p>{t('keys.emptyHow')}</p>
      <Button variant="default" onClick={onCreate}>{t('keys.create')}</Button>
    </div>
  );
}

function KeyTable({ keys, onRevoke }: { keys: readonly Key[]; onRevoke: (key: Key) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('keys.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['name', 'scope', 'created', 'lastUsed'] as const).map((column) => <th key={column} scope="col">{t(`keys.${column}`)}</th>)}
            <th scope="col"><span className="hidden-text">{t('keys.actions')}</span></th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">{key.name}</th>
              <td><span className={styles.scope} data-scope={key.scope}>{t(`keys.scopes.${key.scope}`)}</span></td>
              <td>{key.created_at ? format.instant(key.created_at) : '–'}{key.created_by && <small>{key.created_by}</small>}</td>
              <td>{key.last_used_at ? format.instant(key.last_used_at) : t('keys.never')}</td>
              <td className={styles.action}>
                <Button variant="subtle" size="compact-sm" color="gray" leftSection={<IconTrash size={15} />} onClick={() => onRevoke(key)}
                  aria-label={t('keys.revokeKey', { name: key.name })}>
                  {t('keys.revoke')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Asks for the key's name, because whatever uses the key stops at once and there is no way back. */
function RevokeKey({ revoking, onClose }: { revoking: Key | null; onClose: () => void }) {
  const { t } = useTranslation();
  const revoke = useRevokeKey();
  const [typed, setTyped] = useState('');
  const confirm = async () => {
    if (revoking === null) return;
    try {
      await revoke.mutateAsync(revoking.id);
      notifications.show({ message: t('keys.revoked', { name: revoking.name }), color: 'teal' });
      onClose();
    } catch (error) {
      notifications.show({ message: t('keys.failed', { detail: asProblem(error).message }), color: 'red' });
    }
  };
  return (
    <Modal opened={revoking !== null} onClose={onClose} title={t('keys.revokeTitle', { name: revoking?.name ?? '' })} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <p className={styles.warning}>{t('keys.revokeText')}</p>
      <TextInput label={t('keys.name')} placeholder={revoking?.name} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} data-autofocus />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>{t('app.cancel')}</Button>
        <Button color="red" onClick={confirm} loading={revoke.isPending} disabled={typed.trim() !== revoking?.name}>{t('keys.revoke')}</Button>
      </div>
    </Modal>
  );
}
