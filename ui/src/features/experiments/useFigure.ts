import { useFormat } from '../../components/Shop';

/** A variant's figure as its unit is written; a dash where there is none. */
export function useFigure() {
  const format = useFormat();
  return (value: unknown, unit: string | undefined): string => {
    if (typeof value !== 'number') return '–';
    if (unit === 'milliseconds') return format.seconds(value / 1000);
    if (unit === 'mean') return format.exact(value, 3);
    return unit === 'ratio' ? format.ratio(value, 2) : format.unit(value, unit);
  };
}
