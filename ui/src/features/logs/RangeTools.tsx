import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const all = ['1h', '24h', '7d', '30d'] as const;
export type DashboardRange = (typeof all)[number];

/** The range of the address; a day when it names none. */
export function useRange(): DashboardRange {
  const { range } = useSearch({ strict: false }) as { range?: string };
  return all.find((known) => known === range) ?? '24h';
}

export function RangeTools() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const range = useRange();
  return (
    <SegmentedControl aria-label={t('logs.range')} value={range} data={all.map((value) => ({ value, label: t(`logs.ranges.${value}`) }))}
      onChange={(next) => void navigate({ to: '.', resetScroll: false, search: (before: Record<string, unknown>) => ({ ...before, range: next === '24h' ? undefined : next }) } as never)} />
  );
}
