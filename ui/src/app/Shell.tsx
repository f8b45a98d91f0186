import { ActionIcon, Avatar, Menu } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { IconKeyboard, IconLock, IconLogout, IconMenu2, IconSearch, IconUser } from '@tabler/icons-react';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { session, type User } from '../api/session';
import { loadPart } from '../i18n';
import { Nav } from './Nav';
import { ConnectionNotice } from './ConnectionNotice';
import { LanguageMenu, SchemeMenu } from './Preferences';
import { useFreshness } from './useFreshness';
import { useShortcuts } from './useShortcuts';
import styles from './Shell.module.css';

const NavDrawer = lazy(async () => ({ default: (await import('./NavDrawer')).NavDrawer }));
const Palette = lazy(async () => ({ default: (await import('./Palette')).Palette }));
const ShortcutHelp = lazy(async () => ({ default: (await import('./ShortcutHelp')).ShortcutHelp }));
const SignInAgain = lazy(async () => ({ default: (await import('./SessionDialogs')).SignInAgain }));
const ForcedPassword = lazy(async () => ({ default: (await import('./SessionDialogs')).ForcedPassword }));
const ForcedSecondFactor = lazy(async () => ({ default: (await Promise.all([import('./ForcedSecondFactor'), loadPart('people')]))[0].ForcedSecondFactor }));

/** Navigation, top bar and the page between them. */
export function Shell({ user, expired }: { user: User; expired: boolean }) {
  const { t } = useTranslation();
  const [drawer, { open, close }] = useDisclosure(false);
  const [asked, setAsked] = useState(false);
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure(false);
  const narrow = useMediaQuery('(max-width: 900px)');
  const openDrawer = () => {
    setAsked(true);
    open();
  };
  useShortcuts(openHelp);
  useFreshness();
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>{t('app.skip')}</a>
      {!narrow && <div className={styles.side}><Nav /></div>}
      <header className={styles.bar}>
        {narrow && <ActionIcon variant="subtle" color="gray" size={40} onClick={openDrawer} aria-label={t('app.openMenu')}><IconMenu2 size={21} /></ActionIcon>}
        <button type="button" className={styles.search} onClick={() => spotlight.open()}>
          <IconSearch size={16} aria-hidden /><span>{t('app.search')}</span><kbd>Ctrl K</kbd>
        </button>
        <div className={styles.tools}>
          <LanguageMenu />
          <SchemeMenu />
          <UserMenu user={user} onHelp={openHelp} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles.content}>
        <ConnectionNotice />
        <Outlet />
      </main>
      <Suspense>
        {narrow && asked && <NavDrawer opened={drawer} onClose={close} />}
        <Palette onHelp={openHelp} />
        {help && <ShortcutHelp opened onClose={closeHelp} />}
        {expired && <SignInAgain user={user} />}
        {!expired && user.must_change_password && <ForcedPassword />}
        {!expired && !user.must_change_password && user.must_set_second_factor && <ForcedSecondFactor />}
      </Suspense>
    </div>
  );
}

function UserMenu({ user, onHelp }: { user: User; onHelp: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = async () => {
    await session.signOut();
    await navigate({ to: '/' });
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button type="button" className={styles.user} aria-label={t('app.userMenu', { name: user.username })}>
          <Avatar size={32} color="indigo" name={user.username} alt="">{user.username.slice(0, 2).toUpperCase()}</Avatar>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.username} · {t(`account.roles.${user.role}`)}</Menu.Label>
        <Menu.Item leftSection={<IconUser size={15} />} onClick={() => void navigate({ to: '/account' })}>{t('app.profile')}</Menu.Item>
        <Menu.Item leftSection={<IconLock size={15} />} onClick={() => void navigate({ to: '/account', hash: 'password' })}>{t('app.changePassword')}</Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={15} />} onClick={onHelp} rightSection={<kbd>?</kbd>}>{t('app.help')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={() => void signOut()}>{t('app.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
