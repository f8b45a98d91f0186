import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useScheme } from '../components/useScheme';
import { choose, languages, type Language } from '../i18n';
import styles from './Shell.module.css';

const schemes = [
  { value: 'light', icon: IconSun, label: 'app.light' },
  { value: 'dark', icon: IconMoon, label: 'app.dark' },
  { value: 'auto', icon: IconDeviceDesktop, label: 'app.system' },
] as const;

export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('app.language')}><IconLanguage size={19} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(languages).map(([code, name]) => (
          <Menu.Item key={code} lang={code} onClick={() => void choose(code as Language)}
            leftSection={<IconCheck size={14} className={styles.check} data-on={i18n.language === code} />}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function SchemeMenu() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme, dark } = useScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('app.scheme')}>{dark ? <IconMoon size={19} /> : <IconSun size={19} />}</ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ value, icon: Icon, label }) => (
          <Menu.Item key={value} leftSection={<Icon size={15} />} onClick={() => setColorScheme(value)}
            rightSection={<IconCheck size={14} className={styles.check} data-on={colorScheme === value} />}>
            {t(label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
