'use client';

import { BallotOutbox } from '#app/_lib/client/ballot-outbox.ts';

let outbox: BallotOutbox | null = null;

/** Access alone throws where the browser forbids storage. */
function findStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The one outbox of this page; in the browser only. The first call also sends what earlier visits left. */
export function pageOutbox(): BallotOutbox {
  if (outbox !== null) return outbox;
  outbox = new BallotOutbox({
    storage: findStorage(),
    // Browsers offer locks on secure origins alone, whatever the types say.
    locks: 'locks' in navigator ? navigator.locks : null,
    request: { fetch: (...call) => fetch(...call), baseUrl: '', timeoutMs: 30_000 },
    pauseMs: 1000,
  });
  outbox.start(window);
  return outbox;
}
