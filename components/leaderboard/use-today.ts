'use client';

import { useSyncExternalStore } from 'react';
import { daysAgo } from '#components/results/local-days.ts';

const nothing = () => () => undefined;

/** null while rendering on the server, whose day may be another one. */
export function useToday(): string | null {
  return useSyncExternalStore(
    nothing,
    () => daysAgo(0),
    () => null,
  );
}
