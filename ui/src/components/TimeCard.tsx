import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grain } from '../lib/period';
import { linesOption, smallMultiplesOption, stackOption } from '../lib/plots';
import type { Value } from '../lib/series';
import type { Asked } from './CardState';
import { ChartCard } from './ChartCard';
import { useFormat, useTokens } from './Shop';

export interface Line {
  label: string;
  values: readonly Value[];
  unit?: string | null;
  color: string;
  /** Of the compared period; drawn by panels alone. */
  before?: readonly Value[] | null;
  /** Stands beside the name of a panel. */
  now?: string;
  dashed?: boolean;
  area?: boolean;
}

interface Props {
  title: string;
  finding: string | null;
  asked: Asked;
  buckets: readonly string[];
  grain: Grain;
  lines: readonly Line[];
  /** Lines on one scale, panels with a scale each, or bars that add up. */
  shape: 'lines' | 'panels' | 'stack';
  height?: number;
  note?: ReactNode;
}

/** Figures over time. */
export function TimeCard({ title, finding, asked, buckets, grain, lines, shape, height = 260, note }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const unit = lines[0]?.unit;
  const full = useCallback((value: Value) => format.unit(value, unit), [format, unit]);
  const option = useCallback(
    (narrow: boolean) => {
      const common = { tokens, narrow, buckets, full, short: (bucket: string) => format.bucketShort(bucket, grain), long: (bucket: string) => format.bucket(bucket, grain) };
      const axis = (value: number) => format.axis(value, unit);
      if (shape === 'lines') return linesOption({ ...common, lines, axis });
      if (shape === 'stack') return stackOption({ ...common, parts: lines, axis });
      return smallMultiplesOption({ ...common, panels: lines.map(({ label, values, before, now, unit: own }) => ({ name: label, values, before: before ?? null, now: now ?? '', full: (value: Value) => format.unit(value, own) })) });
    },
    [tokens, buckets, full, format, grain, unit, shape, lines],
  );
  const points = useMemo(
    () => buckets.map((bucket, index) => `${format.bucket(bucket, grain)}: ${lines.map((line) => `${line.label} ${format.unit(line.values[index] ?? null, line.unit)}`).join(', ')}`),
    [buckets, lines, format, grain],
  );
  return (
    <ChartCard
      title={title}
      finding={finding}
      asked={asked}
      empty={lines.every(({ values }) => values.every((value) => !value))}
      height={height}
      option={option}
      legend={shape === 'panels' ? undefined : lines.map(({ label, color, dashed }) => ({ label, color, shape: legendOf(shape, dashed) }))}
      points={points}
      note={note}
      table={{
        columns: [
          { key: 'time', label: t('field.day'), show: (value) => format.bucket(String(value), grain) },
          ...lines.map(({ label, unit: own }) => ({ key: label, label, numeric: true, show: (value: unknown) => format.unit((value ?? null) as Value, own) })),
        ],
        rows: buckets.map((bucket, index) => [bucket, ...lines.map(({ values }) => values[index])]),
      }}
    />
  );
}

function legendOf(shape: Props['shape'], dashed?: boolean) {
  if (shape === 'stack') return 'block' as const;
  return dashed ? ('dash' as const) : ('line' as const);
}
