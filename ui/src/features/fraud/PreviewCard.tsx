import { useTranslation } from 'react-i18next';
import type { FraudPreview } from '../../api/fraud';
import { DataTable } from '../../components/DataTable';
import { useFormat } from '../../components/Shop';
import { QualityCard } from './FiguresPart';
import { useRisk } from './Risk';
import styles from './Fraud.module.css';

/** What other rules would have said. */
export function PreviewCard({ preview }: { preview: FraudPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const risk = useRisk();
  const asked = { data: preview, error: null, isFetching: false, dataUpdatedAt: 0, refetch: () => undefined };
  const moved = preview.levels.filter(({ now, then }) => now !== then);
  return (
    <div className={styles.preview} role="status">
      <p><strong>{t('fraud.previewFinding', { changed: format.count(preview.changed), payments: format.count(preview.payments), days: preview.days })}</strong></p>
      {moved.length > 0 && (
        <DataTable caption={t('fraud.preview')} columns={[{ key: 'now', label: t('fraud.from') }, { key: 'then', label: t('fraud.to') }, { key: 'payments', label: t('fraud.payments'), numeric: true }]}
          rows={moved.map(({ now, then, payments }) => [risk(now), risk(then), payments])} />
      )}
      {preview.examples.length > 0 && (
        <DataTable caption={t('fraud.examples')} maxHeight={220}
          columns={[{ key: 'id', label: t('fraud.column.transaction') }, { key: 'now', label: t('fraud.now'), numeric: true }, { key: 'then', label: t('fraud.then'), numeric: true }]}
          rows={preview.examples.map((one) => [one.transaction_id, one.now, one.then])} />
      )}
      {preview.now.fraud + preview.now.legit > 0 && (
        <div className={styles.two}>
          <QualityCard asked={asked} quality={preview.now} title={t('fraud.now')} />
          <QualityCard asked={asked} quality={preview.then} title={t('fraud.then')} />
        </div>
      )}
    </div>
  );
}
