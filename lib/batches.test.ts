import { expect, test } from 'vitest';
import { inBatches } from '#lib/batches.ts';

type Item = { key: string; value: number };

/** Work that waits to be let go, and what it was given so far. */
function setUp(work: (items: readonly Item[]) => { done: number }[], most = 3) {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const put = inBatches<Item, number>({
    keyOf: ({ key }) => key,
    most,
    concernsAll: (error) => error instanceof RangeError,
    work: async (items) => {
      batches.push(items.map(({ value }) => value));
      await new Promise<void>((resolve) => gates.push(resolve));
      return work(items);
    },
  });
  const letGo = async (times: number) => {
    for (let count = 0; count < times; count += 1) {
      gates.shift()?.();
      for (let tick = 0; tick < 10; tick += 1) await Promise.resolve();
    }
  };
  return { batches, put: (value: number, key = `${value}`) => put({ key, value }), letGo };
}

const double = (items: readonly Item[]) => items.map(({ value }) => ({ done: 2 * value }));

test('one call starts at once; those that come meanwhile go together, up to the most', async () => {
  const { batches, put, letGo } = setUp(double);
  const results = Promise.all([1, 2, 3, 4, 5].map((value) => put(value)));
  expect(batches).toEqual([[1]]);
  await letGo(3);
  expect(batches).toEqual([[1], [2, 3, 4], [5]]);
  expect(await results).toEqual([2, 4, 6, 8, 10]);
});

test('two of one key never share a batch and keep their order', async () => {
  const { batches, put, letGo } = setUp(double);
  const results = Promise.all([put(1), put(2, 'x'), put(3, 'x'), put(4, 'x'), put(5)]);
  await letGo(4);
  expect(batches).toEqual([[1], [2, 5], [3], [4]]);
  expect(await results).toEqual([2, 4, 6, 8, 10]);
});

test('an item that breaks its batch fails alone', async () => {
  const { batches, put, letGo } = setUp((items) => {
    if (items.some(({ value }) => value === 3)) throw new TypeError('three');
    return double(items);
  });
  const results = Promise.allSettled([1, 2, 3, 4].map((value) => put(value)));
  await letGo(5);
  expect(batches).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
  expect((await results).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
});

test('what concerns all is not tried again, and the next batch goes on', async () => {
  const { batches, put, letGo } = setUp((items) => {
    if (items.length > 1) throw new RangeError('away');
    return double(items);
  });
  const results = Promise.allSettled([1, 2, 3].map((value) => put(value)));
  await letGo(2);
  const last = put(4);
  await letGo(1);
  expect(batches).toEqual([[1], [2, 3], [4]]);
  expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(await last).toBe(8);
});
