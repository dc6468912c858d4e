import { constants, PerformanceObserver } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { createRestCollector } from '#lib/heap.ts';

test('all of the heap is collected after a rest', async () => {
  const { promise, resolve } = Promise.withResolvers<number>();
  const isMajor = (entry: object) =>
    'detail' in entry && Object(entry.detail).kind === constants.NODE_PERFORMANCE_GC_MAJOR;
  const observer = new PerformanceObserver((list) => {
    const count = list.getEntries().filter(isMajor).length;
    if (count > 0) resolve(count);
  });
  observer.observe({ entryTypes: ['gc'] });
  const collectSoon = createRestCollector(1);
  collectSoon();
  collectSoon();
  expect(await promise).toBeGreaterThan(0);
  observer.disconnect();
});
