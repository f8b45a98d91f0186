import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconRobot } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { botsOf, botViews, withBots } from '../lib/search';
import { useView } from './useView';
import styles from './Picker.module.css';

/** Whether the figures are of people, of people and bots, or of bots alone. */
export function BotSwitch() {
  const { t } = useTranslation();
  const view = useView();
  const chosen = botsOf(view.filters);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<IconRobot size={16} />} rightSection={<IconChevronDown size={14} />}
          className={styles.button} aria-label={`${t('filter.bots.label')}: ${t(`filter.bots.${chosen}`)}`}>
          {t(`filter.bots.${chosen}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {botViews.map((bots) => (
          <Menu.Item key={bots} onClick={() => view.setFilters(withBots(view.filters, bots))}
            leftSection={<IconCheck size={14} className={styles.check} data-on={bots === chosen} />}>
            {t(`filter.bots.${bots}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
