'use client';

import { ballotKeyPrefix } from '#app/_lib/client/ballot-key.ts';

function hasWaitingBallots(): boolean {
  try {
    return Object.keys(window.localStorage).some((key) => key.startsWith(ballotKeyPrefix));
  } catch {
    // The browser forbids storage, so nothing waits in it.
    return false;
  }
}

/** Loads the outbox where something lies in it, and only there: most pages open with nothing to send. */
export async function sendWaitingBallots(): Promise<void> {
  if (!hasWaitingBallots()) return;
  const { pageOutbox } = await import('#app/_lib/client/page-outbox.ts');
  pageOutbox();
}
