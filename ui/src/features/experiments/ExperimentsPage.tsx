import { Button, FileButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCheckpoints, useExperiments, type Checkpoints, type Experiment } from '../../api/experiments';
import { asProblem } from '../../api/problem';
import { CardState } from '../../components/CardState';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import { useInputs } from '../../components/useInputs';
import { useRefusal } from '../../components/useRefusal';
import { DefineExperiment } from './DefineExperiment';
import { ExperimentView } from './ExperimentView';
import { ImportedView } from './ImportedView';
import styles from './Experiments.module.css';

const defaults = { key: 'all' };
const MOST_NAMED = 4;

/** What the shop tries out: all experiments, or one of them with what came of it. */
export function ExperimentsPage() {
  const [inputs, change] = useInputs(defaults);
  const asked = useExperiments();
  const [imported, setImported] = useState<Checkpoints | null>(null);
  const chosen = asked.data?.experiments.find(({ key }) => key === inputs.key);
  if (chosen) return <ExperimentView key={chosen.key} experiment={chosen} others={asked.data?.experiments ?? []} onBack={() => change({ key: 'all' }, true)} />;
  if (imported) return <ImportedView read={imported} onBack={() => setImported(null)} />;
  return <List asked={asked} experiments={asked.data?.experiments ?? []} onOpen={(key) => change({ key }, true)} onRead={setImported} />;
}

function List({ asked, experiments, onOpen, onRead }: { asked: Parameters<typeof CardState>[0]['asked']; experiments: readonly Experiment[]; onOpen: (key: string) => void; onRead: (read: Checkpoints) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('analyst');
  const [defining, setDefining] = useState(false);
  const running = experiments.filter(({ state }) => state === 'running').length;
  return (
    <>
      <PageHead title={t('experiments.list.title')} subtitle={asked.data ? t('experiments.list.subtitle', { running, all: experiments.length }) : undefined}>
        <ReadCheckpoints onRead={onRead} />
        {may && <Button leftSection={<IconPlus size={16} />} onClick={() => setDefining(true)}>{t('experiments.list.define')}</Button>}
      </PageHead>
      <div className={styles.list} tabIndex={0} role="group" aria-label={t('experiments.list.title')}>
        <CardState title={t('experiments.list.title')} asked={asked} empty={experiments.length === 0} height={240}
          emptyState={<p className={styles.none}><strong>{t('experiments.list.none')}</strong>{t('experiments.list.noneHow')}</p>}>
          <table className={styles.table}>
            <thead><tr>{(['name', 'state', 'variants', 'planned'] as const).map((column) => <th key={column} scope="col">{t(`experiments.list.${column}`)}</th>)}</tr></thead>
            <tbody>
              {experiments.map((experiment) => (
                <tr key={experiment.key}>
                  <th scope="row"><button type="button" className={styles.link} onClick={() => onOpen(experiment.key)}>{experiment.name}</button><small>{experiment.key}</small></th>
                  <td><span className={styles.state} data-state={experiment.state}>{t(`experiments.list.states.${experiment.enabled ? experiment.state : 'off'}`)}</span></td>
                  <td>{variantsOf(experiment, (names, count) => t('experiments.list.more', { names, count }))}</td>
                  <td>{experiment.planned_units === null ? '–' : format.count(experiment.planned_units)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </CardState>
      </div>
      {defining && <DefineExperiment others={experiments} onClose={() => setDefining(false)} onDefined={onOpen} />}
    </>
  );
}

/** The first few by name. */
function variantsOf({ variants }: Experiment, more: (names: string, count: number) => string): string {
  const named = variants.slice(0, MOST_NAMED).map(({ name }) => name).join(', ');
  return variants.length > MOST_NAMED ? more(named, variants.length - MOST_NAMED) : named;
}

/** Opens a file of checkpoints. */
function ReadCheckpoints({ onRead }: { onRead: (read: Checkpoints) => void }) {
  const { t } = useTranslation();
  const checkpoints = useCheckpoints();
  const refusal = useRefusal();
  const open = async (file: File | null) => {
    if (file === null) return;
    try {
      onRead(await checkpoints.mutateAsync(await file.text()));
    } catch (error) {
      notifications.show({ message: refusal(asProblem(error)), color: 'red' });
    }
  };
  return (
    <FileButton accept=".csv,text/csv" onChange={open}>
      {(props) => <Button {...props} variant="default" leftSection={<IconFileImport size={16} />} loading={checkpoints.isPending}>{t('experiments.imported.open')}</Button>}
    </FileButton>
  );
}
