import { Button } from '@mantine/core';
import { IconRefresh, IconUpload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { fetchFile } from '../../api/files';
import { asProblem } from '../../api/problem';
import type { components } from '../../api/schema';
import { CardState } from '../../components/CardState';
import { PageHead } from '../../components/PageHead';
import { useFormat } from '../../components/Shop';
import { download } from '../../lib/csv';
import { sendFile } from './sendFile';
import { condition } from './view';
import styles from './Logs.module.css';

type Upload = components['schemas']['Upload'];

const RUNNING = ['pending', 'processing'];
const AGAIN_MS = 1_000;
const PORTS_MS = 10_000;
const SAME = 'same_as:';

function useUploads() {
  return useQuery({
    queryKey: ['logs', 'uploads'],
    queryFn: async ({ signal }) => body(await api.GET('/api/logs/uploads/recent', { params: { query: { limit: 50 } }, signal })).uploads ?? [],
    refetchInterval: ({ state }) => (state.data?.some((job) => RUNNING.includes(job.state ?? '')) ? AGAIN_MS : false),
  });
}

/** Files of logs: sent by dropping them, read one after the other, with the truth about each. */
export function UploadsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const uploads = useUploads();
  const jobs = uploads.data ?? [];
  const accepted = jobs.reduce((sum, job) => sum + Number(job.accepted ?? 0), 0);
  const said = jobs.length === 0 ? t('logs.upload.none') : t('logs.upload.said', { count: jobs.length, shown: format.count(accepted) });
  return (
    <>
      <PageHead title={t('logs.uploadsTitle')} subtitle={uploads.data ? said : '\u00a0'} />
      <Drop />
      <Ports />
      <CardState title={t('logs.uploadsTitle')} asked={uploads} empty={jobs.length === 0} height={200} emptyState={<p className={styles.note}>{t('logs.upload.none')}</p>}>
        <ul className={styles.jobs}>{jobs.map((job) => <Job key={job.job_id} job={job} />)}</ul>
      </CardState>
    </>
  );
}

/** What came on ports whose senders get no answer: only here is it seen when something was lost. */
function Ports() {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = useQuery({
    queryKey: ['logs', 'ports'],
    queryFn: async ({ signal }) => body(await api.GET('/api/logs/ports', { signal })).ports ?? [],
    refetchInterval: PORTS_MS,
  });
  return (asked.data ?? []).map((port) => (
    <p key={port.protocol} className={Number(port.lost) > 0 ? styles.error : styles.note} role={Number(port.lost) > 0 ? 'alert' : undefined}>
      {t('logs.upload.port', { protocol: port.protocol === 'gelf' ? 'GELF' : 'syslog', port: String(port.port), received: format.count(Number(port.received)), waiting: format.count(Number(port.waiting)) })}
      {' '}
      {Number(port.lost) > 0 ? t('logs.upload.lost', { count: Number(port.lost), shown: format.count(Number(port.lost)) }) : t('logs.upload.lostNone')}
    </p>
  ));
}

function Drop() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (files: FileList | null) => {
    setProblem(null);
    for (const file of files ?? []) {
      setSending({ name: file.name, share: 0 });
      try {
        await sendFile(file, (share) => setSending({ name: file.name, share }));
      } catch (error) {
        setProblem(asProblem(error).detail);
      }
      await client.invalidateQueries({ queryKey: ['logs', 'uploads'] });
    }
    setSending(null);
  };
  return (
    <div className={styles.drop} data-over={over} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); void send(event.dataTransfer.files); }}>
      <IconUpload size={26} stroke={1.6} aria-hidden />
      <strong>{t('logs.upload.drop')}</strong>
      <p>{t('logs.upload.how')}</p>
      <input ref={input} type="file" multiple hidden aria-label={t('logs.upload.choose')} onChange={(event) => void send(event.currentTarget.files)} />
      <Button loading={sending !== null} onClick={() => input.current?.click()}>{t('logs.upload.choose')}</Button>
      {sending && <p role="status">{t('logs.upload.sending', { name: sending.name, share: format.ratio(sending.share, 0) })}</p>}
      {problem && <p className={styles.error} role="alert">{t('logs.upload.failed', { detail: problem })}</p>}
    </div>
  );
}

function Job({ job }: { job: Upload }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const state = (job.state ?? 'pending') as 'pending' | 'processing' | 'completed' | 'failed';
  const name = job.filename ?? '';
  const same = job.detail?.startsWith(SAME) ?? false;
  const brought = same ? job.detail!.slice(SAME.length) : Number(job.accepted) > 0 && job.job_id;
  const replaced = Number(job.replaced_bytes);
  const figures = { accepted: format.count(Number(job.accepted)), duplicates: format.count(Number(job.duplicates)), rejected: format.count(Number(job.rejected)) };
  const rejects = async () => {
    const file = await fetchFile(`/api/logs/uploads/${job.job_id}/rejects`);
    download(`${name}-rejects.csv`, file.content);
  };
  const retry = async () => {
    await api.POST('/api/logs/uploads/{jobId}/retry', { params: { path: { jobId: job.job_id! } } });
    await client.invalidateQueries({ queryKey: ['logs', 'uploads'] });
  };
  return (
    <li className={styles.job}>
      <header>
        <h2>{name}</h2>
        <span className={styles.state} data-state={state}>{t(`logs.upload.state.${state}`)}</span>
        <span className={styles.quiet}>{t('logs.upload.by', { type: job.file_type, size: format.bytes(Number(job.file_size)), owner: job.uploaded_by, time: format.instant(job.created_at ?? '') })}</span>
      </header>
      {RUNNING.includes(state) && <progress className={styles.bar} value={Number(job.progress)} max={1} aria-label={t('logs.upload.progress', { name })} />}
      <p className={styles.quiet}>{t('logs.upload.counts', figures)}</p>
      {replaced > 0 && <p className={styles.quiet}>{t('logs.upload.replaced', { count: replaced, shown: format.count(replaced) })}</p>}
      {job.detail && <p className={state === 'failed' ? styles.error : styles.quiet}>{same ? t('logs.upload.same') : job.detail}</p>}
      <div className={styles.buttons}>
        {job.has_rejects && <Button size="xs" variant="default" onClick={() => void rejects()}>{t('logs.upload.rejects')}</Button>}
        {state === 'failed' && <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={() => void retry()}>{t('logs.upload.retry')}</Button>}
        {brought && <Link to="/logs/search" search={{ q: condition('_upload', brought) } as never} className={styles.quiet} aria-label={t('logs.upload.showOf', { name })}>{t('logs.upload.show')}</Link>}
      </div>
      {(job.preview ?? []).length > 0 && (
        <details>
          <summary className={styles.quiet}>{t('logs.upload.preview')}</summary>
          <pre className={styles.preview} tabIndex={0}>{(job.preview ?? []).join('\n')}</pre>
        </details>
      )}
    </li>
  );
}
