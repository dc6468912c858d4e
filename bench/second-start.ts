/**
 * Promise: a second start is ready, with its database and its first page, in under 5 s.
 * Baseline in the same run: the first start on that data folder, which also makes the database.
 * Run: node bench/second-start.ts
 */
import { removeData, type Started, spawnStart } from '#cli/testing/spawn-start.ts';

const promisedSeconds = 5;
const rounds = 3;

async function measure(environment: Record<string, string>): Promise<{ seconds: number; started: Started }> {
  const begin = performance.now();
  const started = await spawnStart(environment);
  await started.ready;
  const response = await fetch(`${started.url}/`);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The first page answers ${response.status}.`);
  return { seconds: (performance.now() - begin) / 1_000, started };
}

async function stop(started: Started): Promise<void> {
  started.child.kill('SIGTERM');
  await started.ended;
}

// The build is not part of a second start: it is there from this one.
const warm = await measure({});
await stop(warm.started);
await removeData(warm.started);

const first = await measure({});
await stop(first.started);
const { dataDirectory } = first.started;
const seconds: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const next = await measure({ DATA_DIR: dataDirectory });
  seconds.push(next.seconds);
  await stop(next.started);
}
await removeData({ dataDirectory });

const median = seconds.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
const ratio = median / promisedSeconds;
console.log(`first start on a new folder: ${first.seconds.toFixed(2)} s (1.00)`);
console.log(
  `second start: median of ${rounds} ${median.toFixed(2)} s (${(median / first.seconds).toFixed(2)} of the first)`,
);
console.log(
  `against the promise of ${promisedSeconds} s: ${ratio.toFixed(2)} ${ratio < 1 ? 'kept' : 'BROKEN'}`,
);
process.exitCode = ratio < 1 ? 0 : 1;
