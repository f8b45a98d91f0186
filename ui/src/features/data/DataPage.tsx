import { useTranslation } from 'react-i18next';
import { useDataTables, useImports } from '../../api/queries';
import { PageHead } from '../../components/PageHead';
import { useFormat } from '../../components/Shop';
import { ImportsCard } from './ImportsCard';
import { reachOf } from './report';
import { TablesCard } from './TablesCard';
import { TableView } from './TableView';
import { useDataView } from './useDataView';

/** What came into the shop's history by imports, and the tables that it gives out. */
export function DataPage() {
  const { table } = useDataView();
  return table === null ? <Overview /> : <TableView key={table} name={table} />;
}

function Overview() {
  const { t } = useTranslation();
  const imports = useImports();
  const tables = useDataTables();
  const subtitle = useSubtitle(imports.data?.imports, tables.data?.tables.length);
  return (
    <>
      <PageHead title={t('data.title')} subtitle={subtitle} />
      <ImportsCard asked={imports} imports={imports.data?.imports ?? []} />
      <TablesCard asked={tables} answer={tables.data} />
    </>
  );
}

function useSubtitle(imports: Parameters<typeof reachOf>[0] | undefined, count: number | undefined): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (imports === undefined || count === undefined) return '\u00a0';
  const tables = t('data.tablesCount', { count });
  if (imports.length === 0) return t('data.subtitleNone', { tables });
  const { events, days } = reachOf(imports);
  const said = { events: t('data.eventsCount', { count: events, shown: format.count(events) }), imports: t('data.importsCount', { count: imports.length }), tables };
  return days === null ? t('data.subtitleNoDays', said) : t('data.subtitle', { ...said, days: t('period.days', { count: days }) });
}
