import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LaneQueue } from '#lib/arena/lane-queue.ts';

const never = new AbortController().signal;

/** A task that can be seen waiting, running and leaving. */
async function enter(queue: LaneQueue, key: string, limit: number | null, signal = never) {
  const task = { key, ahead: null as number | null, leave: null as (() => void) | null };
  void queue
    .enter({
      key,
      limit,
      signal,
      onAhead: (ahead) => {
        task.ahead = ahead;
      },
    })
    .then((leave) => {
      task.leave = leave;
    });
  await Promise.resolve();
  return task;
}

test('one key starts in order of arrival and tells each how many are before it', async () => {
  const queue = new LaneQueue(10);
  const tasks = [];
  for (let index = 0; index < 4; index += 1) tasks.push(await enter(queue, 'small', 1));
  expect(tasks.map((task) => task.leave !== null)).toEqual([true, false, false, false]);
  expect(tasks.map((task) => task.ahead)).toEqual([null, 0, 1, 2]);
  tasks[0]?.leave?.();
  await Promise.resolve();
  expect(tasks.map((task) => task.leave !== null)).toEqual([true, true, false, false]);
  expect(tasks.slice(2).map((task) => task.ahead)).toEqual([0, 1]);
});

test('who gives up lets the others move up', async () => {
  const queue = new LaneQueue(10);
  const giveUp = new AbortController();
  await enter(queue, 'small', 1);
  const second = await enter(queue, 'small', 1, giveUp.signal);
  const third = await enter(queue, 'small', 1);
  giveUp.abort();
  await Promise.resolve();
  expect(second.leave).toBeNull();
  expect(third.ahead).toBe(0);
});

test('a long line of one key does not starve another', async () => {
  const queue = new LaneQueue(2);
  const busy = [];
  for (let index = 0; index < 50; index += 1) busy.push(await enter(queue, 'busy', null));
  const other = await enter(queue, 'other', null);
  busy[0]?.leave?.();
  busy[1]?.leave?.();
  await Promise.resolve();
  expect(other.leave).not.toBeNull();
});

test('limits hold and nothing waits beside a free place, whatever comes and goes', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('enter' as const), key: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ kind: fc.constant('leave' as const), at: fc.nat() }),
  );
  const limits: Record<string, number | null> = { a: 1, b: 3, c: null };
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.array(step, { maxLength: 60 }),
      async (total, steps) => {
        const queue = new LaneQueue(total);
        let tasks: Awaited<ReturnType<typeof enter>>[] = [];
        for (const one of steps) {
          if (one.kind === 'enter') tasks.push(await enter(queue, one.key, limits[one.key] ?? null));
          else {
            const leaving = tasks.filter((task) => task.leave !== null)[one.at % (total + 1)];
            leaving?.leave?.();
            tasks = tasks.filter((task) => task !== leaving);
          }
          await Promise.resolve();
          const running = tasks.filter((task) => task.leave !== null);
          const isFull = (key: string) =>
            running.filter((task) => task.key === key).length >= (limits[key] ?? Number.POSITIVE_INFINITY);
          expect(running.length).toBeLessThanOrEqual(total);
          for (const task of tasks) {
            if (task.leave === null) expect(running.length === total || isFull(task.key)).toBe(true);
          }
        }
      },
    ),
  );
});
