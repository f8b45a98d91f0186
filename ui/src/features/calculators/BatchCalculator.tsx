import { Button, FileButton, Select, Textarea } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBatch, type BatchResult } from '../../api/experiments';
import { ChartCard } from '../../components/ChartCard';
import { useFormat } from '../../components/Shop';
import { Refused } from '../../components/Refused';
import { usePValue } from '../../components/usePValue';
import { useRefusal } from '../../components/useRefusal';
import type { Cell } from '../../lib/csv';
import type { CalculatorProps } from './CalculatorsPage';
import styles from './Calculators.module.css';

const example = 'control_conversions,control_total,variant_conversions,variant_total\n120,2400,156,2380\n45,900,51,910\n300,12000,290,11800';
const corrections = ['none', 'holm', 'benjamini_hochberg', 'bonferroni'] as const;

/** Many comparisons from a file. */
export function BatchCalculator({ inputs, change }: CalculatorProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(example);
  const correction = corrections.find((name) => name === inputs.corr) ?? 'holm';
  const batch = useBatch();
  return (
    <div className={styles.page}>
      <form className={styles.form} onSubmit={(event) => { event.preventDefault(); batch.mutate({ text, correction }); }}>
        <Textarea label="CSV" description={t('experiments.calculators.batchHow')} autosize minRows={8} maxRows={18} value={text} onChange={(event) => setText(event.currentTarget.value)}
          styles={{ input: { fontFamily: 'var(--mono)', fontSize: 12 } }} />
        <Select label={t('experiments.correction')} value={correction} allowDeselect={false} onChange={(corr) => corr && change({ corr })} comboboxProps={{ withinPortal: false }}
          data={corrections.map((value) => ({ value, label: t(`experiments.corrections.${value}`) }))} />
        <div className={styles.buttons}>
          <Button type="submit" loading={batch.isPending}>{t('experiments.calculators.run')}</Button>
          <FileButton accept=".csv,text/csv" onChange={(file) => { void file?.text().then(setText); }}>
            {(props) => <Button {...props} variant="default" leftSection={<IconUpload size={16} />}>{t('experiments.calculators.file')}</Button>}
          </FileButton>
        </div>
      </form>
      <div className={styles.results}>
        {Boolean(batch.error) && <Refused error={batch.error} />}
        {batch.data && <Rows result={batch.data} />}
        {!batch.data && !batch.error && <p>{t('experiments.calculators.batchNone')}</p>}
      </div>
    </div>
  );
}

function Rows({ result }: { result: BatchResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pValue = usePValue();
  const refusal = useRefusal();
  const ratio = (value: Cell) => (typeof value === 'number' ? format.ratio(value, 2) : '–');
  const change = (value: Cell) => (typeof value === 'number' ? format.change(value) : '–');
  const points = (value: Cell) => (typeof value === 'number' ? format.points(value) : '–');
  const small = (value: Cell) => pValue(typeof value === 'number' ? value : null);
  return (
    <ChartCard title={t('experiments.calculators.batchTitle')}
      finding={t('experiments.calculators.batchFinding', { count: result.rows.length, significant: result.significant, refused: result.refused })}
      asked={{ data: result, error: null, isFetching: false, dataUpdatedAt: 0, refetch: () => undefined }} empty={false} height={480}
      table={{
        columns: [
          { key: 'row', label: t('experiments.row'), numeric: true }, { key: 'control', label: t('experiments.control'), numeric: true, show: ratio }, { key: 'variant', label: t('experiments.variant'), numeric: true, show: ratio },
          { key: 'lift', label: t('experiments.lift'), numeric: true, show: change }, { key: 'low', label: t('experiments.low'), numeric: true, show: points }, { key: 'high', label: t('experiments.high'), numeric: true, show: points },
          { key: 'p', label: t('experiments.pValue'), numeric: true, show: small }, { key: 'adjusted', label: t('experiments.adjusted'), numeric: true, show: small }, { key: 'problem', label: t('experiments.problem') },
        ],
        rows: result.rows.map((row) => [row.row, row.control_rate, row.variant_rate, row.lift, row.low, row.high, row.p_value, row.adjusted_p_value, row.problem && refusal(row.problem)]),
      }} />
  );
}
