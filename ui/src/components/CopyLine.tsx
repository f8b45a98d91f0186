import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './CopyLine.module.css';

/** Code that can be copied with one click. */
export function CopyLine({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <pre tabIndex={0} role="group" aria-label={label ?? t('app.copy')}><code>{text}</code></pre>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Tooltip label={t(copied ? 'app.copied' : 'app.copy')}>
            <ActionIcon variant="subtle" color="gray" onClick={copy} aria-label={`${t(copied ? 'app.copied' : 'app.copy')}${label ? `: ${label}` : ''}`}>
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  );
}
