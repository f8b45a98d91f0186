import type { Question } from '../../api/client';
import { useAnswer } from '../../api/queries';
import { useChoice } from '../../components/useChoice';
import { useTable } from '../../components/useTable';
import { useView } from '../../components/useView';

export const schemes = ['activity', 'rfm'] as const;
export type Scheme = (typeof schemes)[number];

export const activities = ['not_seen', 'New', 'Occasional', 'Regular', 'Premium'] as const;
export const grades = ['no_order', 'champions', 'loyal', 'big_spenders', 'recent', 'fading', 'at_risk', 'lost'] as const;

export function useScheme() {
  return useChoice<Scheme>('scheme', ['activity', 'rfm']);
}

export function useSegments(scheme: Scheme, part: 'shares' | 'movement') {
  const { asked } = useView();
  const compared = part === 'movement' || scheme === 'rfm';
  const question: Question = {
    kind: 'VisitorSegments', period: asked.period, filters: asked.filters, comparison: compared ? asked.comparison : 'none', segments: { scheme, view: part },
  };
  const query = useAnswer(question);
  return { query, table: useTable(query) };
}
