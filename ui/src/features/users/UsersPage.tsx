import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/client';
import { USERS_PER_PAGE, useUsers, type Account } from '../../api/people';
import { useSession } from '../../api/queries';
import { CardState } from '../../components/CardState';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import { AddUser } from './AddUser';
import { roles } from './rights';
import { UserDialogs, type UserDialog } from './UserDialogs';
import { UserMenu } from './UserMenu';
import styles from './Users.module.css';

const ALL = 'all';

/** Who may sign in here, and what they may do. */
export function UsersPage() {
  const { t } = useTranslation();
  const may = useMay('moderator');
  return may ? <Users /> : <PageHead title={t('people.users.title')} subtitle={t('people.users.noRight')} />;
}

function Users() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState<Role | null>(null);
  const [active, setActive] = useState<boolean | null>(null);
  const [skip, setSkip] = useState(0);
  const [q] = useDebouncedValue(typed.trim(), 250);
  const [adding, setAdding] = useState(false);
  const [dialog, setDialog] = useState<UserDialog | null>(null);
  const users = useUsers({ q, role, active, skip }, true);
  const total = users.data?.total ?? 0;
  const list = users.data?.users ?? [];
  const again = <T,>(set: (next: T) => void) => (next: T) => {
    set(next);
    setSkip(0);
  };
  return (
    <>
      <PageHead title={t('people.users.title')} subtitle={users.data ? t('people.users.subtitle', { count: total }) : '\u00a0'}>
        <Button leftSection={<IconUserPlus size={16} />} onClick={() => setAdding(true)}>{t('people.users.add')}</Button>
      </PageHead>
      <div className={styles.filters}>
        <TextInput aria-label={t('people.users.search')} placeholder={t('people.users.search')} leftSection={<IconSearch size={16} />} value={typed}
          onChange={(event) => again(setTyped)(event.currentTarget.value)} />
        <Select aria-label={t('people.users.role')} value={role ?? ALL} allowDeselect={false} onChange={(next) => again(setRole)(next === ALL ? null : (next as Role))}
          data={[{ value: ALL, label: t('people.users.allRoles') }, ...roles.map((value) => ({ value, label: t(`account.roles.${value}`) }))]} />
        <Select aria-label={t('people.users.state')} value={active === null ? ALL : String(active)} allowDeselect={false} onChange={(next) => again(setActive)(next === ALL ? null : next === 'true')}
          data={[{ value: ALL, label: t('people.users.allStates') }, { value: 'true', label: t('people.users.active') }, { value: 'false', label: t('people.users.inactive') }]} />
      </div>
      <div className={styles.card}>
        <CardState title={t('people.users.title')} asked={users} empty={list.length === 0} height={320} emptyState={<p className={styles.none}>{t('people.users.empty')}</p>}>
          <UserTable users={list} onDialog={setDialog} />
        </CardState>
      </div>
      {total > USERS_PER_PAGE && (
        <nav className={styles.pager} aria-label={t('people.users.pages')}>
          <span role="status">{t('people.users.shown', { from: skip + 1, to: Math.min(total, skip + USERS_PER_PAGE), total })}</span>
          <Button variant="default" size="compact-sm" disabled={skip === 0} onClick={() => setSkip(Math.max(0, skip - USERS_PER_PAGE))}>{t('people.previous')}</Button>
          <Button variant="default" size="compact-sm" disabled={skip + USERS_PER_PAGE >= total} onClick={() => setSkip(skip + USERS_PER_PAGE)}>{t('people.next')}</Button>
        </nav>
      )}
      <AddUser opened={adding} onClose={() => setAdding(false)} />
      <UserDialogs dialog={dialog} onClose={() => setDialog(null)} />
    </>
  );
}

function UserTable({ users, onDialog }: { users: readonly Account[]; onDialog: (dialog: UserDialog) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const session = useSession();
  const own = session.status === 'signed_in' ? session.user : null;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('people.users.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['name', 'role', 'state', 'factor', 'lastLogin', 'created'] as const).map((column) => <th key={column} scope="col">{t(`people.users.${column}`)}</th>)}
            <th scope="col"><span className="hidden-text">{t('people.users.actions')}</span></th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id} data-off={!user.is_active || undefined}>
              <th scope="row">{user.username}{user.id === own?.id && <em>{t('people.users.you')}</em>}<small>{user.email}</small></th>
              <td>{t(`account.roles.${user.role}`)}</td>
              <td>{t(user.is_active ? 'people.users.active' : 'people.users.inactive')}{user.must_change_password && <small>{t('people.users.passwordDue')}</small>}</td>
              <td>{t(user.second_factor ? 'people.users.factorOn' : 'people.users.factorOff')}</td>
              <td>{user.last_login ? format.instant(user.last_login) : t('people.users.never')}</td>
              <td>{format.instant(user.created_at)}</td>
              <td className={styles.action}>{own && <UserMenu user={user} own={own} onDialog={onDialog} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
