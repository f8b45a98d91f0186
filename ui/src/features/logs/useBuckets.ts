import { useMemo } from 'react';
import { useFormat } from '../../components/Shop';
import { numberOf, rowsOf, type Figures } from './useLogs';

/** The times of a timeline with the ways to write them, and its figures. */
export function useBuckets(figures: Figures | undefined, name = 'timeline') {
  const format = useFormat();
  return useMemo(() => {
    const rows = rowsOf(figures, name);
    const buckets = rows.map((row) => String(row.time));
    const daily = (buckets[0] ?? '').length === 10;
    return {
      buckets,
      values: (column: string) => rows.map((row) => numberOf(row, column)),
      short: (bucket: string) => (daily ? format.day(bucket) : format.clock(bucket)),
      long: (bucket: string) => longOf(bucket, daily),
    };
    function longOf(bucket: string, day: boolean): string {
      if (!bucket) return '';
      return day ? format.day(bucket, 'weekday') : format.instant(bucket);
    }
  }, [figures, name, format]);
}
