import { Button, Modal, Select, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEmbeds, useEndEmbed, useMakeEmbed, type Dashboard, type Embed } from '../../api/boards';
import { CopyLine } from '../../components/CopyLine';
import { useFormat } from '../../components/Shop';
import { failed } from './undo';
import styles from './Boards.module.css';

const spans = [1, 7, 30, 90, 365];

/** The link for colleagues, and signed links for other sites. */
export function ShareDialog({ dashboard, onClose }: { dashboard: Dashboard; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} size="lg" title={t('boards.shareTitle', { name: dashboard.name })} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <div className={styles.form}>
        <div>
          <h3>{t('boards.shareLink')}</h3>
          <p className={styles.hint}>{t(dashboard.shared ? 'boards.shareLinkHow' : 'boards.shareFirst')}</p>
        </div>
        <CopyLine text={location.href} label={t('boards.shareLink')} />
        <hr />
        <Embeds id={dashboard.id} />
      </div>
    </Modal>
  );
}

function Embeds({ id }: { id: string }) {
  const { t } = useTranslation();
  const embeds = useEmbeds(id);
  const make = useMakeEmbed(id);
  const [hosts, setHosts] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const [days, setDays] = useState(30);
  const all = typed.trim() ? [...hosts, typed.trim()] : hosts;
  const submit = async () => {
    try {
      await make.mutateAsync({ hosts: all, days });
      setHosts([]);
      setTyped('');
    } catch (error) {
      failed(t, error);
    }
  };
  return (
    <>
      <div>
        <h3>{t('boards.embed')}</h3>
        <p className={styles.hint}>{t('boards.embedHow')}</p>
      </div>
      <TagsInput label={t('boards.hosts')} placeholder={hosts.length === 0 ? t('boards.hostsHint') : undefined} value={hosts} onChange={setHosts} searchValue={typed} onSearchChange={setTyped} />
      <div className={styles.row}>
        <Select aria-label={t('boards.embedDays')} allowDeselect={false} value={String(days)} onChange={(next) => setDays(Number(next))}
          data={spans.map((count) => ({ value: String(count), label: `${t('boards.embedDays')} ${t('boards.days', { count })}` }))} />
        <Button onClick={() => void submit()} loading={make.isPending} disabled={all.length === 0}>{t('boards.embedMake')}</Button>
      </div>
      {embeds.data?.length === 0 && <p className={styles.hint}>{t('boards.embedNone')}</p>}
      <ul className={styles.list}>{embeds.data?.map((embed) => <EmbedLine key={embed.id} dashboard={id} embed={embed} />)}</ul>
    </>
  );
}

function EmbedLine({ dashboard, embed }: { dashboard: string; embed: Embed }) {
  const { t } = useTranslation();
  const format = useFormat();
  const end = useEndEmbed(dashboard);
  const over = embed.revoked_at !== null && embed.revoked_at !== undefined;
  const expired = Date.parse(embed.expires_at) <= Date.now();
  const state = () => {
    if (over) return t('boards.embedRevoked', { time: format.instant(embed.revoked_at!) });
    return t(expired ? 'boards.embedExpired' : 'boards.embedUntil', { time: format.instant(embed.expires_at) });
  };
  return (
    <li>
      <span>{embed.hosts.join(', ')}<br /><small>{state()} · {embed.created_by}</small></span>
      {!over && !expired && (
        <>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void end.mutateAsync(embed.id).catch((error: unknown) => failed(t, error))}>{t('boards.embedEnd')}</Button>
          <CopyLine text={`<iframe src="${location.origin}${embed.path}" width="100%" height="900"></iframe>`} label={t('boards.embedCode')} />
        </>
      )}
    </li>
  );
}
