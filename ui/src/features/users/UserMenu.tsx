import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconKey, IconShieldOff, IconTrash, IconUserCog, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../api/people';
import { mayTouch } from './rights';
import type { UserDialog } from './UserDialogs';

/** What may be done to an account by whoever looks at it. */
export function UserMenu({ user, own, onDialog }: { user: Account; own: Account; onDialog: (dialog: UserDialog) => void }) {
  const { t } = useTranslation();
  if (!mayTouch(own.role, user.role)) return null;
  const admin = own.role === 'admin';
  const self = own.id === user.id;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('people.users.actionsOf', { name: user.username })}><IconDots size={18} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUserCog size={15} />} onClick={() => onDialog({ kind: 'role', user, own: own.role })}>{t('people.users.changeRole')}</Menu.Item>
        {!self && <Menu.Item leftSection={<IconUserOff size={15} />} onClick={() => onDialog({ kind: 'state', user, own: own.role })}>{t(user.is_active ? 'people.users.turnOff' : 'people.users.turnOn')}</Menu.Item>}
        {admin && !self && <Menu.Item leftSection={<IconKey size={15} />} onClick={() => onDialog({ kind: 'password', user, own: own.role })}>{t('people.users.resetPassword')}</Menu.Item>}
        {admin && user.second_factor && <Menu.Item leftSection={<IconShieldOff size={15} />} onClick={() => onDialog({ kind: 'factor', user, own: own.role })}>{t('people.users.resetFactor')}</Menu.Item>}
        {admin && !self && <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => onDialog({ kind: 'delete', user, own: own.role })}>{t('people.users.delete')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
