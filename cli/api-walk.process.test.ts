import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseEverywhere } from '#cli/testing/api-refusals.ts';
import { ApiWalker } from '#cli/testing/api-walker.ts';
import { walks } from '#cli/testing/api-walks.ts';
import { type Started, spawnStart } from '#cli/testing/spawn-start.ts';
import { type FakeEndpoint, startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';

// A first start may have to build the pages.
const slow = 300_000;
let program: Started;
let fake: FakeEndpoint;

beforeAll(async () => {
  fake = await startFakeEndpoint();
  program = await spawnStart({ BATTLE_PACE: 'off' });
  await program.ready;
}, slow);

afterAll(async () => {
  program.child.kill('SIGTERM');
  await program.ended;
  await fake.stop();
  await rm(dirname(program.dataDirectory), { recursive: true, force: true, maxRetries: 20 });
});

test('every operation answers as its document says, and refuses what it must', {
  timeout: slow,
}, async () => {
  const walker = await ApiWalker.open(program.url);
  for (const walk of walks) await walk(walker, { modelUrl: fake.url });
  // Who adds an operation adds its walk in cli/testing/api-walks.ts.
  expect(walker.unseen()).toEqual([]);
  await refuseEverywhere(walker);
  expect(walker.problems).toEqual([]);
});
