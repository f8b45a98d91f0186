import { ActionIcon, Button, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useValues } from '../../api/queries';
import { countable, defaultWay, entities, modes, MOST_STEPS, newStep, orders, stepFields, windows, type Mode, type Step, type StepField, type Way } from './way';
import { useStepWords } from './useWay';
import styles from './Funnel.module.css';

/** Types that are logs or say nothing of what a visitor does. */
const LOGS = new Set(['transaction', 'error', 'user_behavior', 'performance', 'fraud', 'log']);

/** The steps and how they are counted, edited here and counted when asked to. */
export function Editor({ way, onCount }: { way: Way; onCount: (way: Way) => void }) {
  const { t } = useTranslation();
  const words = useStepWords();
  const [draft, setDraft] = useState(way);
  const found = useValues('type', '').data?.values.flatMap(({ value }) => (value === null || LOGS.has(value) ? [] : [value])) ?? [];
  const types = [...new Set([...Object.keys(words.known), ...found])].map((value) => ({ value, label: words.type(value) }));
  const change = (part: Partial<Way>) => setDraft({ ...draft, ...part });
  const put = (index: number, step: Step) => change({ steps: draft.steps.map((old, place) => (place === index ? step : old)) });
  const swap = (index: number, other: number) => {
    const steps = [...draft.steps];
    [steps[index], steps[other]] = [steps[other]!, steps[index]!];
    change({ steps });
  };
  const fault = faultOf(draft);
  return (
    <section className={styles.card} aria-labelledby="funnel-steps">
      <h2 id="funnel-steps">{t('paths.funnel.steps')}</h2>
      <form onSubmit={(event) => { event.preventDefault(); if (!fault) onCount(draft); }}>
        <ol className={styles.steps}>
          {draft.steps.map((step, index) => (
            <StepRow key={index} step={step} number={index + 1} count={draft.steps.length} types={types} onChange={(next) => put(index, next)}
              onMove={(by) => swap(index, index + by)} onRemove={() => change({ steps: draft.steps.filter((_, place) => place !== index) })} />
          ))}
        </ol>
        {fault && <p className={styles.warn} role="alert">{t(`paths.funnel.${fault}`)}</p>}
        <div className={styles.options}>
          <Button variant="default" size="sm" leftSection={<IconPlus size={15} />} disabled={draft.steps.length >= MOST_STEPS}
            onClick={() => change({ steps: [...draft.steps, newStep()] })}>{t('paths.funnel.add')}</Button>
          <Select size="sm" w={140} label={t('paths.funnel.of')} value={draft.entity} allowDeselect={false} onChange={(value) => change({ entity: value as Way['entity'] })}
            data={entities.map((value) => ({ value, label: t(`paths.funnel.entity.${value}`) }))} />
          <Select size="sm" w={130} label={t('paths.funnel.window')} value={String(draft.window)} allowDeselect={false} onChange={(value) => change({ window: Number(value) })}
            data={windows.map((value) => ({ value: String(value), label: words.time(value) }))} />
          <Select size="sm" w={230} label={t('paths.funnel.order')} value={draft.order} allowDeselect={false} onChange={(value) => change({ order: value as Way['order'] })}
            data={orders.map((value) => ({ value, label: t(`paths.funnel.orders.${value}`) }))} />
          <Group gap={8}>
            <Button variant="subtle" color="gray" size="sm" onClick={() => { setDraft(defaultWay); onCount(defaultWay); }}>{t('paths.funnel.usual')}</Button>
            <Button type="submit" size="sm" disabled={fault !== null}>{t('paths.funnel.apply')}</Button>
          </Group>
        </div>
      </form>
    </section>
  );
}

function faultOf(way: Way): 'ends' | 'noExcluded' | null {
  if (!countable(way.steps)) return 'ends';
  return way.order === 'any' && way.steps.some(({ mode }) => mode === 'excluded') ? 'noExcluded' : null;
}

interface RowProps {
  step: Step;
  number: number;
  count: number;
  types: { value: string; label: string }[];
  onChange: (step: Step) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function StepRow({ step, number, count, types, onChange, onMove, onRemove }: RowProps) {
  const { t } = useTranslation();
  const filter = step.filters[0];
  const label = (text: string) => `${t('paths.funnel.stepNumber', { number })}: ${text}`;
  const setField = (field: string | null) => onChange({ ...step, filters: field ? [{ field: field as StepField, op: field === 'page' ? 'contains' : 'is', values: filter?.values ?? [''] }] : [] });
  return (
    <li className={styles.step}>
      <span className={styles.number} aria-hidden>{number}</span>
      <Select size="sm" label={t('paths.funnel.type')} aria-label={label(t('paths.funnel.type'))} value={step.type} data={types} searchable allowDeselect={false} onChange={(type) => onChange({ ...step, type: type ?? step.type })} />
      <Select size="sm" label={t('paths.funnel.mode')} aria-label={label(t('paths.funnel.mode'))} value={step.mode} allowDeselect={false} disabled={number === 1}
        onChange={(mode) => onChange({ ...step, mode: mode as Mode, times: mode === 'excluded' ? 1 : step.times })} data={modes.map((value) => ({ value, label: t(`paths.funnel.modes.${value}`) }))} />
      <NumberInput size="sm" label={t('paths.funnel.times')} aria-label={label(t('paths.funnel.times'))} value={step.times} min={1} max={100} suffix={t('paths.funnel.timesSuffix')} disabled={step.mode === 'excluded'}
        onChange={(times) => onChange({ ...step, times: Math.min(100, Math.max(1, Number(times) || 1)) })} />
      <Select size="sm" label={t('paths.funnel.filterField')} aria-label={label(t('paths.funnel.filterField'))} value={filter?.field ?? null} clearable placeholder={t('paths.funnel.noFilter')} onChange={setField}
        data={stepFields.map((value) => ({ value, label: t(`paths.funnel.filterFields.${value}`) }))} />
      <TextInput size="sm" label={t('paths.funnel.filterValue')} aria-label={label(t('paths.funnel.filterValue'))} value={filter?.values[0] ?? ''} disabled={!filter}
        onChange={(event) => filter && onChange({ ...step, filters: [{ ...filter, values: [event.currentTarget.value] }] })} />
      <span className={styles.tools}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('paths.funnel.up', { number })} disabled={number === 1} onClick={() => onMove(-1)}><IconArrowUp size={16} /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('paths.funnel.down', { number })} disabled={number === count} onClick={() => onMove(1)}><IconArrowDown size={16} /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('paths.funnel.remove', { number })} disabled={count <= 2} onClick={onRemove}><IconTrash size={16} /></ActionIcon>
      </span>
    </li>
  );
}
