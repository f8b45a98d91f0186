import { ActionIcon, Button, Menu, Modal, TextInput } from '@mantine/core';
import { IconCopy, IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCopyDashboard, useDashboards, useRemoveDashboard, useRestoreDashboard, useSaveDashboard, type Dashboard } from '../../api/boards';
import { CardState } from '../../components/CardState';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import { BoardView } from './BoardView';
import { done, failed, removed } from './undo';
import styles from './Boards.module.css';

/** All dashboards, or the one of the address. */
export function DashboardsPage() {
  const { dashboard } = useSearch({ strict: false }) as { dashboard?: string };
  return dashboard === undefined ? <Overview /> : <BoardView key={dashboard} id={dashboard} />;
}

export function useOpenDashboard() {
  const navigate = useNavigate();
  return (id: string | undefined) => void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, dashboard: id }) } as never);
}

function Overview() {
  const { t } = useTranslation();
  const may = useMay('analyst');
  const dashboards = useDashboards();
  const [naming, setNaming] = useState(false);
  const list = dashboards.data ?? [];
  return (
    <>
      <PageHead title={t('boards.dashboards')} subtitle={dashboards.data ? t('boards.dashboardsSubtitle', { count: list.length }) : '\u00a0'}>
        {may && <Button leftSection={<IconPlus size={16} />} onClick={() => setNaming(true)}>{t('boards.newDashboard')}</Button>}
      </PageHead>
      <CardState title={t('boards.dashboards')} asked={dashboards} empty={false} height={200}>
        <ul className={styles.cards}>{list.map((one) => <BoardCard key={one.id} dashboard={one} />)}</ul>
      </CardState>
      <NewDashboard opened={naming} onClose={() => setNaming(false)} />
    </>
  );
}

function BoardCard({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('analyst');
  const open = useOpenDashboard();
  const copy = useCopyDashboard();
  const remove = useRemoveDashboard();
  const restore = useRestoreDashboard();
  const name = dashboard.ready ? t('boards.ready') : dashboard.name || t('boards.logs.board');
  const duplicate = async () => {
    try {
      const made = await copy.mutateAsync({ id: dashboard.id, name: t('boards.copyOf', { name }).slice(0, 120) });
      done(t('boards.done.copied', { name }));
      open(made.id);
    } catch (error) {
      failed(t, error);
    }
  };
  const takeAway = async () => {
    try {
      await remove.mutateAsync(dashboard.id);
      removed(t, name, () => restore.mutateAsync(dashboard.id));
    } catch (error) {
      failed(t, error);
    }
  };
  return (
    <li className={styles.board}>
      <h2><Link to="." search={((before: Record<string, unknown>) => ({ ...before, dashboard: dashboard.id })) as never}>{name}</Link></h2>
      <p>{dashboard.ready ? t('boards.readyHint') : `${dashboard.owner}, ${t(dashboard.shared ? 'boards.everybody' : 'boards.mine').toLowerCase()}`}</p>
      <p>{t('boards.tiles', { count: dashboard.tiles.length })}{dashboard.changed_at ? ` · ${format.instant(dashboard.changed_at)}` : ''}</p>
      <div className={styles.row}>
        <Button variant="default" size="compact-md" onClick={() => open(dashboard.id)} aria-label={`${t('boards.open')}: ${name}`}>{t('boards.open')}</Button>
        {may && (
          <Menu position="bottom-end">
            <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('boards.actions', { name })}><IconDots size={17} /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => void duplicate()}>{t('boards.duplicate')}</Menu.Item>
              {dashboard.may_change && <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void takeAway()}>{t('boards.remove')}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </li>
  );
}

function NewDashboard({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const open = useOpenDashboard();
  const save = useSaveDashboard();
  const [name, setName] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      open((await save.mutateAsync({ name: name.trim(), shared: false, period: 'last_28_days', tiles: [] })).id);
    } catch (error) {
      failed(t, error);
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('boards.newDashboard')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <TextInput label={t('boards.newName')} value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>{t('boards.create')}</Button>
        </div>
      </form>
    </Modal>
  );
}
