import { ActionIcon, Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeScenarios, useScenarios, type Scenario, type ScenarioEdit } from '../../api/experiments';
import { DecimalInput } from '../../components/DecimalInput';
import { Refused } from '../../components/Refused';
import { nameMember, percent } from './edits';
import styles from './Planner.module.css';

/** Changes the scenarios for everybody, or brings those back that came with the product. */
export function EditScenarios({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const scenarios = useScenarios();
  return (
    <Modal opened onClose={onClose} size={980} title={t('experiments.planner.edit')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      {scenarios.data && <Editor first={scenarios.data.scenarios} edited={scenarios.data.edited} onClose={onClose} />}
    </Modal>
  );
}

const steps = ['view_to_cart', 'cart_to_purchase', 'view_to_purchase'] as const;
const priorities = ['critical', 'high', 'medium', 'low'] as const;

function Editor({ first, edited, onClose }: { first: readonly Scenario[]; edited: boolean; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const save = useChangeScenarios();
  const [rows, setRows] = useState<ScenarioEdit[]>(() => first.map((scenario) => ({ ...scenario, cost: Number(scenario.cost) })));
  const own = nameMember(i18n.language);
  const set = (index: number, part: ScenarioEdit) => setRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const add = () => setRows([...rows, { id: `N${rows.length + 1}`, [own]: t('experiments.planner.newName'), target_rate: 'view_to_cart', expected_lift: 0.1, priority: 'medium', cost: 10000, weeks: 4 }]);
  const send = async (scenarios: ScenarioEdit[] | null) => {
    try {
      await save.mutateAsync(scenarios);
      notifications.show({ message: t('experiments.planner.saved'), color: 'teal' });
      onClose();
    } catch {
      // The dialog shows what the server refused.
    }
  };
  return (
    <div className={styles.edit}>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('experiments.planner.edit')}>
        <table className={styles.table}>
          <thead><tr>{(['id', 'scenario', 'step', 'liftPercent', 'priority', 'cost', 'weeks'] as const).map((column) => <th key={column} scope="col">{t(`experiments.planner.${column}`)}</th>)}<th scope="col"><span className="hidden-text">{t('experiments.planner.remove')}</span></th></tr></thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <td><TextInput size="xs" w={64} aria-label={t('experiments.planner.id')} value={row.id ?? ''} onChange={(event) => set(index, { id: event.currentTarget.value })} /></td>
                <td><TextInput size="xs" miw={200} aria-label={t('experiments.planner.scenario')} value={row[own] ?? ''} onChange={(event) => set(index, { [own]: event.currentTarget.value })} /></td>
                <td><NativeSelect size="xs" aria-label={t('experiments.planner.step')} value={row.target_rate ?? ''} onChange={(event) => set(index, { target_rate: event.currentTarget.value })} data={steps.map((value) => ({ value, label: t(`experiments.planner.steps.${value}`) }))} /></td>
                <td><DecimalInput size="xs" w={72} aria-label={t('experiments.planner.liftPercent')} value={percent(row.expected_lift)} onChange={(value) => set(index, { expected_lift: value === null ? null : value / 100 })} /></td>
                <td><NativeSelect size="xs" aria-label={t('experiments.planner.priority')} value={row.priority ?? ''} onChange={(event) => set(index, { priority: event.currentTarget.value })} data={priorities.map((value) => ({ value, label: t(`experiments.planner.priorities.${value}`) }))} /></td>
                <td><DecimalInput size="xs" w={96} clampBehavior="none" aria-label={t('experiments.planner.cost')} value={row.cost ?? null} onChange={(cost) => set(index, { cost })} /></td>
                <td><DecimalInput size="xs" w={64} allowDecimal={false} clampBehavior="none" aria-label={t('experiments.planner.weeks')} value={row.weeks ?? null} onChange={(weeks) => set(index, { weeks })} /></td>
                <td><ActionIcon variant="subtle" color="gray" aria-label={`${t('experiments.planner.remove')}: ${row[own] ?? row.id}`} onClick={() => setRows(rows.filter((_, at) => at !== index))}><IconTrash size={15} /></ActionIcon></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {Boolean(save.error) && <Refused error={save.error} />}
      <div className={styles.buttons}>
        <Button variant="subtle" color="gray" leftSection={<IconPlus size={15} />} onClick={add}>{t('experiments.planner.add')}</Button>
        {edited && <Button variant="default" onClick={() => send(null)}>{t('experiments.planner.restore')}</Button>}
        <Button variant="default" onClick={onClose}>{t('app.cancel')}</Button>
        <Button onClick={() => send(rows)} loading={save.isPending}>{t('app.save')}</Button>
      </div>
    </div>
  );
}
