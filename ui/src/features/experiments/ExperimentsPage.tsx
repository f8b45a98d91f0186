import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useExperiments, type Experiment } from '../../api/experiments';
import { CardState } from '../../components/CardState';
import { PageHead } from '../../components/PageHead';
import { useFormat, useMay } from '../../components/Shop';
import { useInputs } from '../../components/useInputs';
import { DefineExperiment } from './DefineExperiment';
import { ExperimentView } from './ExperimentView';
import styles from './Experiments.module.css';

const defaults = { key: 'all' };

/** What the shop tries out: all experiments, or one of them with what came of it. */
export function ExperimentsPage() {
  const [inputs, change] = useInputs(defaults);
  const asked = useExperiments();
  const chosen = asked.data?.experiments.find(({ key }) => key === inputs.key);
  if (chosen) return <ExperimentView key={chosen.key} experiment={chosen} others={asked.data?.experiments ?? []} onBack={() => change({ key: 'all' })} />;
  return <List asked={asked} experiments={asked.data?.experiments ?? []} onOpen={(key) => change({ key })} />;
}

function List({ asked, experiments, onOpen }: { asked: Parameters<typeof CardState>[0]['asked']; experiments: readonly Experiment[]; onOpen: (key: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('analyst');
  const [defining, setDefining] = useState(false);
  const running = experiments.filter(({ state }) => state === 'running').length;
  return (
    <>
      <PageHead title={t('experiments.list.title')} subtitle={asked.data ? t('experiments.list.subtitle', { running, all: experiments.length }) : undefined}>
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
                  <td>{experiment.variants.map(({ name }) => name).join(', ')}</td>
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
