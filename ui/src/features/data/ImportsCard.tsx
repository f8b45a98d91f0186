import { IconChevronRight, IconDatabaseImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Import } from '../../api/client';
import { CardState, type Asked } from '../../components/CardState';
import { useFormat } from '../../components/Shop';
import { BringIn } from './BringIn';
import { ImportReport } from './ImportReport';
import { useDataView } from './useDataView';
import styles from './Data.module.css';

/** Every import, newest first; each opens its report. */
export function ImportsCard({ asked, imports }: { asked: Asked; imports: readonly Import[] }) {
  const { t } = useTranslation();
  return (
    <section className={styles.card} aria-labelledby="imports">
      <h2 id="imports">{t('data.imports')}</h2>
      <CardState title={t('data.imports')} asked={asked} empty={imports.length === 0} height={140} emptyState={<NoImports />}>
        <ul className={styles.imports}>{imports.map((done) => <ImportItem key={done.number} done={done} />)}</ul>
        <details className={styles.more}>
          <summary>{t('data.bring')}</summary>
          <BringIn />
        </details>
      </CardState>
    </section>
  );
}

function NoImports() {
  const { t } = useTranslation();
  return (
    <div className={styles.none}>
      <div className={styles.noneHead}>
        <IconDatabaseImport size={28} aria-hidden />
        <div><strong>{t('data.empty')}</strong><p>{t('data.emptyHow')}</p></div>
      </div>
      <BringIn />
    </div>
  );
}

function ImportItem({ done }: { done: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useDataView();
  const open = view.imported === done.number;
  const seconds = (Date.parse(done.finished_at) - Date.parse(done.started_at)) / 1000;
  const file = typeof done.report.file === 'string' ? String(done.report.file) : null;
  const report = `import-${done.number}`;
  return (
    <li>
      <h3>
        <button type="button" className={styles.import} aria-expanded={open} aria-controls={report} onClick={() => view.openImport(open ? null : done.number)}>
          <IconChevronRight size={16} aria-hidden className={styles.chevron} />
          <span className={styles.kind}>
            <b>{t(`data.kind.${done.kind}` as 'data.kind.mapped', { defaultValue: done.kind })}</b>
            <small>{t('data.number', { number: done.number })}{file && ` · ${file}`}</small>
          </span>
          <span>{format.instant(done.finished_at)}<small>{t('data.took', { time: format.seconds(seconds) })}</small></span>
          <span className={styles.figure}><b>{format.count(done.events)}</b><small>{t('data.added', { count: done.events })}</small></span>
        </button>
      </h3>
      <div id={report} hidden={!open}>{open && <ImportReport done={done} />}</div>
    </li>
  );
}
