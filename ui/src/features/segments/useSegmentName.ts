import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { activities, grades, type Scheme } from './useSegments';

/** Names of segments in the reader's language. */
export function useSegmentName(scheme: Scheme): (segment: string | null) => string {
  const { t } = useTranslation();
  return useCallback((segment) => {
    const activity = activities.find((known) => known === segment);
    const grade = grades.find((known) => known === segment);
    if (scheme === 'activity' && activity) return t(`segments.activity.${activity}`);
    return grade ? t(`segments.rfm.${grade}`) : (segment ?? '');
  }, [scheme, t]);
}
