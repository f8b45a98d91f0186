import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/problem';
import { useFormat } from '../../components/Shop';
import { useDownload } from './useDownload';
import styles from './Data.module.css';

interface FileOffer {
  name: string;
  label: string;
  path: string;
}

/** Buttons that fetch files, with how much has come, a way to stop, and what went wrong. */
export function DownloadButtons({ files }: { files: readonly FileOffer[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const state = useDownload();
  return (
    <div className={styles.downloads}>
      <div className={styles.buttons}>
        <p role="status" className={styles.quiet}>
          {state.busy !== null && (state.bytes === 0 ? t('data.preparing') : t('data.receiving', { size: format.bytes(state.bytes) }))}
          {state.done !== null && t('data.received', { name: state.done, size: format.bytes(state.bytes) })}
        </p>
        {files.map(({ name, label, path }) => (
          <Button key={name} variant="default" leftSection={<IconDownload size={16} />} loading={state.busy === name} disabled={state.busy !== null && state.busy !== name}
            aria-label={t('data.download', { name: label })} onClick={() => void state.start(name, path)}>
            {label}
          </Button>
        ))}
        {state.busy !== null && <Button variant="subtle" onClick={state.cancel}>{t('app.cancel')}</Button>}
      </div>
      {state.problem && <Failure problem={state.problem} />}
    </div>
  );
}

function Failure({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const say = () => {
    if (problem.status === 403) return t('data.failed.role');
    if (problem.status === 429) return problem.retryAfter ? t('data.failed.busyFor', { count: problem.retryAfter }) : t('data.failed.busy');
    if (problem.code === 'broken_off') return t('data.failed.brokenOff');
    if (problem.unreachable) return t('chart.failedUnreachable');
    return t('data.failed.other', { detail: problem.message });
  };
  return (
    <Alert color={problem.status === 429 ? 'yellow' : 'red'} role="alert" icon={<IconAlertTriangle size={18} />} className={styles.failure}>
      {say()}{problem.requestId && <small>{t('chart.requestId', { id: problem.requestId })}</small>}
    </Alert>
  );
}
