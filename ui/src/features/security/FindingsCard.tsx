import { Button, Chip, Group, Select, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CardState } from '../../components/CardState';
import { useFormat } from '../../components/Shop';
import { Tone } from './Tone';
import { useFindings, type Finding } from './useSecurity';
import { severities, states, type View } from './view';
import { useSecurityWords } from './words';
import styles from './Security.module.css';

const TYPED_MS = 350;

interface Props {
  view: View;
  change: (part: Partial<View>, replace?: boolean) => void;
}

/** The findings, the newest first; arrows go through them and Enter opens one. */
export function FindingsCard({ view, change }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useSecurityWords();
  const asked = useFindings(view);
  const findings = (asked.data?.pages ?? []).flatMap((page) => page.findings ?? []);
  const total = Number(asked.data?.pages[0]?.total ?? 0);
  const any = (name: string, label: string) => ({ value: name, label });
  return (
    <section className={styles.card} aria-labelledby="findings-title">
      <header className={styles.head}>
        <h2 id="findings-title">{t('security.latest')}</h2>
        <p className={styles.note}>{t('security.found', { count: total, shown: format.count(total) })}</p>
      </header>
      <div className={styles.filters}>
        <Typed value={view.q} onChange={(q) => change({ q }, true)} />
        <Select aria-label={t('security.severity')} placeholder={t('security.anySeverity')} clearable value={view.severity} data={severities.map((name) => any(name, words.severity(name)))} onChange={(severity) => change({ severity })} />
        <Select aria-label={t('security.state')} placeholder={t('security.anyState')} clearable value={view.state} data={states.map((name) => any(name, words.state(name)))} onChange={(state) => change({ state })} />
        <Group gap={6}>
          {view.kind && <Chip checked icon={<IconX size={12} />} onChange={() => change({ kind: null })}>{words.kind(view.kind)}</Chip>}
          {view.address && <Chip checked icon={<IconX size={12} />} onChange={() => change({ address: null })}>{view.address}</Chip>}
        </Group>
      </div>
      <CardState title={t('security.latest')} asked={asked} empty={findings.length === 0} height={260} emptyState={<p className={styles.note}>{t('security.none')}</p>}>
        <Rows findings={findings} open={view.finding} onOpen={(finding) => change({ finding })} />
        {asked.hasNextPage && <Button variant="default" size="xs" mt={10} loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>{t('security.more')}</Button>}
      </CardState>
    </section>
  );
}

function Typed({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed === value) return undefined;
    const later = setTimeout(() => onChange(typed), TYPED_MS);
    return () => clearTimeout(later);
  }, [typed, value, onChange]);
  return <TextInput className={styles.search} aria-label={t('security.search')} placeholder={t('security.search')} leftSection={<IconSearch size={15} aria-hidden />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />;
}

function Rows({ findings, open, onOpen }: { findings: readonly Finding[]; open: string | null; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useSecurityWords();
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, id: string) => {
    if (event.key === 'Enter') onOpen(id);
    const next = event.key === 'ArrowDown' || event.key === 'j' ? event.currentTarget.nextElementSibling : null;
    const before = event.key === 'ArrowUp' || event.key === 'k' ? event.currentTarget.previousElementSibling : null;
    const other = (next ?? before) as HTMLElement | null;
    if (other) {
      event.preventDefault();
      other.focus();
    }
  };
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('security.latest')}>
      <table className={styles.table}>
        <thead><tr>{(['last', 'severity', 'kind', 'target', 'source', 'requests', 'state'] as const).map((column) => <th key={column} scope="col">{t(`security.${column}`)}</th>)}</tr></thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.id} tabIndex={0} data-open={finding.id === open} onClick={() => onOpen(finding.id!)} onKeyDown={(event) => onKey(event, finding.id!)}>
              <td>{format.instant(finding.last_at ?? '')}</td>
              <td><Tone severity={finding.severity} /></td>
              <td>{words.kind(finding.kind)}</td>
              <td className={styles.mono} title={finding.target}>{finding.target}</td>
              <td>{finding.address ?? finding.user ?? '–'}{finding.country && <small> {words.country(finding.country)}</small>}</td>
              <td className={styles.number}>{format.count(Number(finding.count))}</td>
              <td>{words.state(finding.state)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
