'use client';

import { useSyncExternalStore } from 'react';
import { isServerReachable, subscribeToReachability } from '#app/_lib/client/reachability.ts';

/** False while the last request could not reach the server. */
export function useConnection(): boolean {
  return useSyncExternalStore(subscribeToReachability, isServerReachable, () => true);
}
