import { setTimeout as sleep } from 'node:timers/promises';
import { countPending, indexPending, isIndexingDue } from '#db/queries/search-index.ts';

const lookEveryMs = 1_000;

/** Keeps the index of the log up to date while the program runs. Returns its end, which waits for the work at hand. */
export function startSearchIndexer(): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  const work = async () => {
    let before = 0;
    while (!signal.aborted) {
      try {
        const pending = await countPending();
        if (isIndexingDue(pending, before)) await indexPending({ signal });
        before = pending;
      } catch {
        // The database is away, or the end has come; what waits goes on waiting, and searches read it themselves.
      }
      await sleep(lookEveryMs, undefined, { signal, ref: false }).catch(() => {});
    }
  };
  const done = work();
  return async () => {
    ending.abort();
    await done;
  };
}
