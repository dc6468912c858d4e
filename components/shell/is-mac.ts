'use client';

import { useSyncExternalStore } from 'react';

function readPlatform(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/** Whether Command is the key to show; false while rendering on the server. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    readPlatform,
    () => false,
  );
}
