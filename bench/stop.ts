import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiTalk } from '#cli/testing/api-talk.ts';
import { type Started, spawnStart } from '#cli/testing/spawn-start.ts';
import { startEmbeddedServer } from '#db/embedded-server.ts';
import { startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';

/** Promise: a stop, given to whichever process, has closed the connection to the model's server within this time. */
const promisedMs = 100;
const rounds = 30;

const fake = await startFakeEndpoint();
const folder = await mkdtemp(join(tmpdir(), 'baijia-stop-'));
const server = await startEmbeddedServer({ folder, durable: true });
const programs: Started[] = [];

type Stopped = { tookMs: number; answeredMs: number };

/**
 * From the moment a person's stop is sent until the last of 4 lanes' servers sees its client gone; and until the
 * person's request is answered, which tells on whose side the time went.
 */
async function stopOnce(running: ApiTalk, told: ApiTalk, endpointId: string): Promise<Stopped> {
  const asked = await running.ask(await running.compare(...Array.from({ length: 4 }, () => endpointId)));
  await asked.until(() => asked.hasText());
  const upstream = fake.requests.slice(-4);
  const toldAt = performance.now();
  await told.send('POST', `/turns/${asked.view.turnId}/stop`, {});
  const answeredMs = performance.now() - toldAt;
  await Promise.all(upstream.map(({ closed }) => closed));
  await asked.ended;
  const closedAt = Math.max(...upstream.map(({ clientClosedAt }) => clientClosedAt ?? Number.NaN));
  return { tookMs: closedAt - toldAt, answeredMs };
}

try {
  for (let index = 0; index < 2; index += 1) {
    const shared = { DATABASE_URL: server.url, BAIJIA_SECRET: '0'.repeat(64), DRAIN_SECONDS: '0' };
    programs.push(await spawnStart(shared));
    await programs.at(-1)?.ready;
  }
  const [here, elsewhere] = programs.map(({ url }) => new ApiTalk(url));
  if (!here || !elsewhere) throw new Error('no programs');
  const endpointId = await here.addEndpoint(fake.url, 'drip');
  for (const [name, told] of [
    ['the same process', here],
    ['another process', elsewhere],
  ] as const) {
    const stops: Stopped[] = [];
    for (let round = 0; round < rounds; round += 1) stops.push(await stopOnce(here, told, endpointId));
    const sorted = stops.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
    const worst = sorted.at(-1) ?? Number.NaN;
    const at = stops.findIndex(({ tookMs }) => tookMs === worst);
    if (!(worst <= promisedMs)) process.exitCode = 1;
    console.log(
      `${worst <= promisedMs ? '  kept' : 'BROKEN'}  stop told to ${name}, ${rounds} rounds: median ` +
        `${sorted[rounds / 2]?.toFixed(0)} ms, worst ${worst.toFixed(0)} ms in round ${at + 1}, whose request was answered ` +
        `after ${stops[at]?.answeredMs.toFixed(0)} ms (at most ${promisedMs}; load ${loadavg()[0]?.toFixed(1)})`,
    );
  }
} finally {
  for (const { child, ended } of programs) {
    child.kill('SIGTERM');
    await ended;
  }
  await server.stop();
  await fake.stop();
  await rm(folder, { recursive: true, force: true });
}
