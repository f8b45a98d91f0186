import { Button, Menu } from '@mantine/core';
import { IconArrowsLeftRight, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { comparisons } from '../lib/search';
import { useView } from './useView';
import styles from './Picker.module.css';

/** What the figures are compared with. */
export function ComparePicker() {
  const { t } = useTranslation();
  const view = useView();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<IconArrowsLeftRight size={16} />} rightSection={<IconChevronDown size={14} />}
          className={styles.button} aria-label={`${t('compare.label')}: ${t(`compare.${view.comparison}`)}`}>
          {t(`compare.${view.comparison}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {comparisons.map((comparison) => (
          <Menu.Item key={comparison} onClick={() => view.change({ compare: comparison })}
            leftSection={<IconCheck size={14} className={styles.check} data-on={comparison === view.comparison} />}>
            {t(`compare.${comparison}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
