import { ComparePicker } from './ComparePicker';
import { FilterBar } from './FilterBar';
import { PeriodPicker } from './PeriodPicker';
import styles from './ViewControls.module.css';

/** What every periodic page is asked about: period, comparison, bots and filters. A page that compares nothing leaves the comparison out. */
export function ViewControls({ compares = true }: { compares?: boolean }) {
  return (
    <div className={styles.controls}>
      <PeriodPicker />
      {compares && <ComparePicker />}
      <FilterBar />
    </div>
  );
}
