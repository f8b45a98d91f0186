import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { readInputs, writeInputs, type Inputs } from '../lib/inputs';

/**
 * What was typed into a page's form, kept in its address, so that a link shows a colleague the same. What is another view rather than another
 * number is `apart`: the browser's back button returns to the one before.
 */
export function useInputs<T extends Inputs>(defaults: T): [T, (part: Partial<T>, apart?: boolean) => void] {
  const { input } = useSearch({ strict: false }) as { input?: string };
  const navigate = useNavigate();
  const inputs = useMemo(() => readInputs(input, defaults), [input, defaults]);
  const change = useCallback(
    (part: Partial<T>, apart = false) => {
      void navigate({
        to: '.', replace: !apart, resetScroll: apart,
        search: (before: Record<string, unknown>) => ({ ...before, input: writeInputs({ ...readInputs(before.input, defaults), ...part }, defaults) }),
      } as never);
    },
    [navigate, defaults],
  );
  return [inputs, change];
}
