import { Button, Checkbox, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCharts, useSaveChart, type SavedChart } from '../../api/boards';
import { useCatalogue } from '../../api/queries';
import { ComparePicker } from '../../components/ComparePicker';
import { FilterBar } from '../../components/FilterBar';
import { PageHead } from '../../components/PageHead';
import { PeriodPicker } from '../../components/PeriodPicker';
import { useMay } from '../../components/Shop';
import { useView } from '../../components/useView';
import { Builder } from './Builder';
import { ChartView, useTitle } from './ChartView';
import { full, misfit, type FullPlan } from './plan';
import { SavedCharts } from './SavedCharts';
import { done, failed } from './undo';
import styles from './Boards.module.css';

const START: FullPlan = { drawing: 'area', metrics: ['revenue'], by: [], grain: null, filters: [], limit: 12, logs: null, log_count: null };
const HEIGHT = 400;

/** Any figure by anything, drawn at once, and kept under a name. */
export function VisualisationsPage() {
  const { t } = useTranslation();
  const { chart } = useSearch({ strict: false }) as { chart?: string };
  const charts = useCharts();
  const list = charts.data ?? [];
  const opened = list.find(({ id }) => id === chart);
  return (
    <>
      <PageHead title={t('boards.visualisations')} subtitle={charts.data ? t('boards.visualisationsSubtitle', { count: list.length }) : '\u00a0'} />
      <div className={styles.controls}><PeriodPicker /><ComparePicker /><FilterBar /></div>
      <div className={styles.page}>
        {(chart === undefined || charts.data || charts.error) && <Bench key={opened?.id ?? 'new'} opened={opened} />}
        <SavedCharts asked={charts} charts={list} />
      </div>
    </>
  );
}

/** The form and what it makes. */
function Bench({ opened }: { opened: SavedChart | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const view = useView();
  const may = useMay('analyst');
  const save = useSaveChart();
  const title = useTitle();
  const { data: catalogue } = useCatalogue();
  const [plan, setPlan] = useState<FullPlan>(() => (opened ? full(opened.plan) : START));
  const [name, setName] = useState(opened?.name ?? '');
  const [shared, setShared] = useState(opened?.shared ?? false);
  const problem = useMemo(() => (catalogue ? misfit(plan, catalogue.metrics) : null), [plan, catalogue]);
  const open = (id: string | undefined) => void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, chart: id }) } as never);
  const keep = async (id?: string) => {
    try {
      const made = await save.mutateAsync({ name: name.trim(), shared, plan, ...(id ? { id } : {}) });
      done(t('boards.done.saved', { name: title(made.name, plan) }));
      open(made.id);
    } catch (error) {
      failed(t, error);
    }
  };
  return (
    <div className={styles.bench}>
      <section className={styles.panel} aria-labelledby="build">
        <h2 id="build">{t('boards.build')}</h2>
        <Builder plan={plan} onChange={setPlan} misfit={problem} />
        {may && (
          <>
            <TextInput label={t('boards.name')} placeholder={title('', plan)} description={t('boards.nameHint')} maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <Checkbox label={t('boards.shared')} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
            {opened && !opened.may_change && <p className={styles.hint}>{t('boards.notOwn', { owner: opened.owner })}</p>}
            <div className={styles.row}>
              {opened?.may_change && <Button onClick={() => void keep(opened.id)} loading={save.isPending} disabled={problem !== null}>{t('boards.saveChanges')}</Button>}
              <Button variant={opened?.may_change ? 'default' : 'filled'} onClick={() => void keep()} loading={save.isPending} disabled={problem !== null}>
                {t(opened ? 'boards.saveAsNew' : 'boards.save')}
              </Button>
              {opened && <Button variant="subtle" onClick={() => open(undefined)}>{t('boards.startNew')}</Button>}
            </div>
          </>
        )}
        {!may && <p className={styles.hint}>{t('boards.saveNeeds')}</p>}
      </section>
      {problem === null
        ? <ChartView name={name.trim()} plan={plan} view={view.asked} height={HEIGHT} />
        : <div className={styles.blank}><p>{t(`boards.fit.${problem}`, { metric: plan.metrics[0] ? t(`metric.${plan.metrics[0]}.label`) : '' })}</p></div>}
    </div>
  );
}
