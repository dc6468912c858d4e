import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Lets the heap grow to twice of what lives in it before all of it is marked. By itself V8 allows next to nothing
 * after a rest, so that the first turns after it waited for the marking, and many times as much under load.
 */
export function boundHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=100');
}

type Collect = (options: { type: 'major'; execution: 'async' }) => Promise<void>;

/**
 * The returned function asks for a collection `restMs` later, unless it is called again before: what a rush of turns
 * has left goes back to the system while nobody waits, which V8 would leave lying until the next rush.
 */
export function createRestCollector(restMs: number): () => void {
  setFlagsFromString('--expose-gc');
  // The flag gives the function to contexts that are made from now on.
  const collect = runInNewContext('gc') as Collect;
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void collect({ type: 'major', execution: 'async' }), restMs).unref();
  };
}
