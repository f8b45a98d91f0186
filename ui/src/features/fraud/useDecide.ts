import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/fraud';
import { asProblem } from '../../api/problem';
import { refused, told, undoable } from './notices';

export const decisions = ['fraud', 'legit', 'unsure'] as const;
export type Decision = (typeof decisions)[number];

/** Decides with a way back. */
export function useDecide() {
  const { t } = useTranslation();
  const { mutate, isPending } = useAct();
  const onError = useCallback((error: unknown) => refused(t('fraud.failed', { why: asProblem(error).detail })), [t]);
  const reopen = useCallback((id: string) => mutate({ act: 'reopen', id }, { onSuccess: () => told(t('fraud.saved')), onError }), [mutate, t, onError]);
  const take = useCallback((id: string) => mutate({ act: 'assign', id }, { onError }), [mutate, onError]);
  const decide = useCallback(
    (id: string, decision: Decision, note?: string) => mutate({ act: 'decide', id, decision, note }, {
      onSuccess: () => undoable(t('fraud.decided', { id, decision: t(`fraud.decision.${decision}`) }), t('fraud.undo'), () => reopen(id)),
      onError,
    }),
    [mutate, t, reopen, onError],
  );
  return { decide, reopen, take, busy: isPending };
}
