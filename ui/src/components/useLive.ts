import { useSyncExternalStore } from 'react';
import { live, type LiveState } from '../api/live';

/** What happens this moment; all who ask share one stream. */
export function useLive(): LiveState {
  return useSyncExternalStore(live.subscribe, live.state);
}
