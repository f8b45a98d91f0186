import { Modal } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from './usePages';
import styles from './Shell.module.css';

export function ShortcutHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const pages = usePages();
  const rows: [string, string[]][] = [
    [t('shortcut.search'), ['/']],
    [t('shortcut.palette'), ['Ctrl', 'K']],
    ...pages.map(({ name, key }): [string, string[]] => [t('shortcut.goTo', { page: t(`nav.${name}`) }), ['g', t('shortcut.then'), key]]),
    [t('shortcut.theme'), ['t']],
    [t('shortcut.points'), ['←', '→']],
    [t('shortcut.close'), ['Esc']],
    [t('shortcut.help'), ['?']],
  ];
  return (
    <Modal opened={opened} onClose={onClose} title={t('shortcut.title')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <dl className={styles.keys}>
        {rows.map(([label, keys]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{keys.map((key) => (key === t('shortcut.then') ? <span key={key}> {key} </span> : <kbd key={key}>{key}</kbd>))}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  );
}
