import { useTranslation } from 'react-i18next';
import type { MetricName } from '../../api/client';
import { useWords } from '../../components/useWords';

/** How a figure of experiments is called: as in the catalogue, per visitor where it is a mean. */
export function useOutcomeName() {
  const { t } = useTranslation();
  const words = useWords();
  return (outcome: string, unit?: string) => {
    if (outcome === 'response_time_p95') return t('experiments.result.responseTime');
    const name = words.metric(outcome as MetricName);
    return unit === 'mean' ? t('experiments.result.perVisitor', { metric: name }) : name;
  };
}
