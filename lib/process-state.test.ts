import { expect, test } from 'vitest';
import { getProcessState } from '#lib/process-state.ts';

test('is one object for every copy of the module in the process', () => {
  const first = getProcessState();
  expect(first).toEqual({ draining: false });
  first.draining = true;
  expect(globalThis.baijiaProcessState?.draining).toBe(true);
  first.draining = false;
});
