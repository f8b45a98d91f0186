import { ActionIcon, Button, MultiSelect, Popover, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAlertTriangle, IconChartArea, IconChartBar, IconChartDots, IconChartLine, IconChartPie, IconFilter, IconFilterPlus, IconGridDots, IconTable, IconX, type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Drawing } from '../../api/boards';
import type { MetricName } from '../../api/client';
import { metricNames } from '../../api/metricNames';
import { FilterForm } from '../../components/FilterForm';
import { useWords } from '../../components/useWords';
import type { FilterField } from '../../lib/search';
import { LogBuilder } from './LogBuilder';
import { drawingsOf, fitted, NEW_COUNT } from './ownLogs';
import { drawings, isOwn, overTime, type Dimension, type FullPlan, type Misfit } from './plan';
import styles from './Boards.module.css';

const icons: Record<Drawing, Icon> = {
  line: IconChartLine, bar: IconChartBar, area: IconChartArea, heatmap: IconGridDots, table: IconTable, scatter: IconChartDots, pie: IconChartPie, funnel: IconFilter,
};
const dimensions: readonly Dimension[] = [
  'day', 'weekday', 'hour', 'channel', 'source', 'medium', 'campaign', 'referrer_host', 'country', 'device', 'browser', 'system', 'landing_page', 'product', 'category', 'visitor_kind', 'type', 'level', 'service',
];
const grains = ['auto', 'hour', 'day', 'week', 'month'] as const;
const limits = [5, 8, 12, 20, 50, 100];

interface Props {
  plan: FullPlan;
  onChange: (plan: FullPlan) => void;
  misfit: Misfit | null;
}

/** Everything of a plan, as a form; what it makes is drawn beside it at once. */
export function Builder({ plan, onChange, misfit }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  if (plan.logs !== null && !isOwn(plan)) return <><p className={styles.hint}>{t('boards.logs.builder')}</p><ChartFilters plan={plan} onChange={onChange} /></>;
  const own = isOwn(plan);
  const change = (part: Partial<FullPlan>) => onChange({ ...plan, ...part });
  return (
    <>
      <Sources plan={plan} onChange={onChange} />
      {own && <LogBuilder plan={plan} onChange={onChange} />}
      <fieldset>
        <legend>{t('boards.drawing')}</legend>
        <div className={styles.drawings}>
          {(own ? drawingsOf(plan.logs!, plan.log_count?.field ?? null) : drawings).map((drawing) => {
            const Icon = icons[drawing];
            return (
              <label key={drawing} className={styles.drawing}>
                <input type="radio" name="drawing" value={drawing} checked={plan.drawing === drawing} onChange={() => change({ drawing })} />
                <Icon size={20} stroke={1.7} aria-hidden />{t(`boards.drawings.${drawing}`)}
              </label>
            );
          })}
        </div>
      </fieldset>
      {!own && (<>
      <MultiSelect label={t('boards.metrics')} description={plan.metrics.length > 1 ? t('boards.metricsHint') : undefined} searchable maxValues={8} value={plan.metrics}
        onChange={(metrics) => change({ metrics: metrics as MetricName[] })} data={metricNames.map((name) => ({ value: name, label: words.metric(name) }))} />
      <MultiSelect label={t('boards.by')} searchable maxValues={3} value={plan.by} placeholder={plan.by.length === 0 ? t(overTime(plan) ? 'boards.byTime' : 'boards.byNothing') : undefined}
        onChange={(by) => change({ by: by as Dimension[] })} data={dimensions.map((name) => ({ value: name, label: t(`field.${name as FilterField}`) }))} />
      </>)}
      {plan.logs !== 'ranges' && <div className={styles.pair}>
        {overTime(plan) || plan.logs === 'over_time' ? (
          <Select label={t('boards.grain')} allowDeselect={false} value={plan.grain ?? 'auto'} data={grains.map((grain) => ({ value: grain, label: t(`boards.grains.${grain}`) }))}
            onChange={(grain) => change({ grain: grain === 'auto' || grain === null ? null : (grain as FullPlan['grain']) })} />
        ) : (
          <Select label={t('boards.limit')} allowDeselect={false} value={String(plan.limit)} data={limits.map((count) => ({ value: String(count), label: t('boards.limitOf', { count }) }))}
            onChange={(limit) => change({ limit: Number(limit) })} />
        )}
      </div>}
      <ChartFilters plan={plan} onChange={onChange} />
      {misfit && <p className={styles.misfit} role="status"><IconAlertTriangle size={17} aria-hidden />{t(`boards.fit.${misfit}`, { metric: plan.metrics[0] ? words.metric(plan.metrics[0]) : '' })}</p>}
    </>
  );
}

const SHOP = { drawing: 'area', metrics: ['revenue'], by: [], grain: null, logs: null, log_count: null } as const;

/** Whether a chart shows figures of the shop or counts logs. */
function Sources({ plan, onChange }: Pick<Props, 'plan' | 'onChange'>) {
  const { t } = useTranslation();
  const own = isOwn(plan);
  const pick = (logs: boolean) => onChange(logs ? fitted({ ...plan, drawing: 'line', filters: [], log_count: NEW_COUNT }, 'over_time', null) : { ...plan, ...SHOP, metrics: [...SHOP.metrics], by: [], filters: [] });
  return (
    <fieldset>
      <legend>{t('boards.logs.source')}</legend>
      <div className={styles.sources}>
        {([false, true] as const).map((logs) => (
          <label key={String(logs)} className={styles.drawing}>
            <input type="radio" name="source" checked={own === logs} onChange={() => pick(logs)} />{t(logs ? 'boards.logs.ofLogs' : 'boards.logs.ofShop')}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function ChartFilters({ plan, onChange }: Pick<Props, 'plan' | 'onChange'>) {
  const { t } = useTranslation();
  const words = useWords();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <fieldset>
      <legend>{t('boards.chartFilters')}</legend>
      <div className={styles.chips}>
        {plan.filters.map((filter, index) => (
          <span key={`${filter.field}-${filter.op}-${filter.values.join()}`} className={styles.chip}>
            {words.filter(filter)}
            <ActionIcon size={20} variant="transparent" color="indigo" aria-label={t('filter.remove', { filter: words.filter(filter) })}
              onClick={() => onChange({ ...plan, filters: plan.filters.filter((_, other) => other !== index) })}><IconX size={13} /></ActionIcon>
          </span>
        ))}
        <Popover opened={opened} onChange={(next) => !next && close()} position="bottom-start" trapFocus returnFocus width={300}>
          <Popover.Target>
            <Button variant="default" size="compact-sm" leftSection={<IconFilterPlus size={15} />} onClick={toggle} aria-expanded={opened}>{t('filter.add')}</Button>
          </Popover.Target>
          <Popover.Dropdown>
            {opened && <FilterForm onAdd={(filter) => { onChange({ ...plan, filters: [...plan.filters, filter] }); close(); }} />}
          </Popover.Dropdown>
        </Popover>
      </div>
    </fieldset>
  );
}
