/**
 * Promise: 64 raters at once get at least 400 ballots a second acknowledged through HTTP, the 99th percentile under
 * 250 ms; and when the app is killed (kill -9) or the database restarts in the middle, no acknowledged ballot is
 * lost and none is stored twice. Without accounts there is one rater, so the 64 are connections, each judging
 * turns of its own; client, app and database share this machine.
 * Run: node bench/ballots.ts [endpoints]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { type Started, spawnStart } from '#cli/testing/spawn-start.ts';
import { closeDatabase, configureDatabase, inTransaction } from '#db/client.ts';
import { type EmbeddedServer, startEmbeddedServer } from '#db/embedded-server.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { countDifferences } from '#db/queries/pair-counts.ts';
import { seedBallots, seededTurn } from '#db/testing/seed-ballots.ts';

const endpoints = Number(process.argv[2] ?? 30);
const raters = 64;
const warmUp = 1_000;
const measured = 6_000;
const disturbed = 4_000;
const promisedRate = 400;
const promisedMs = 250;

/** Every rater takes the next turn until all are judged; answers with the time of each, in ms. */
async function judge(url: () => string, from: number, to: number, onJudged?: (done: number) => void) {
  const times: number[] = [];
  let next = from;
  const rate = async () => {
    while (next < to) {
      const number = next;
      next += 1;
      const start = performance.now();
      await put(url, number);
      times.push(performance.now() - start);
      onJudged?.(times.length);
    }
  };
  await Promise.all(Array.from({ length: raters }, rate));
  return times.toSorted((a, b) => a - b);
}

/** Sends one ballot until it is acknowledged, as the page's outbox does; the same ballot again changes nothing. */
async function put(url: () => string, number: number): Promise<void> {
  const { turnId, laneIds } = seededTurn(number);
  const ranking = number % 3 === 0 ? [laneIds] : laneIds.map((id) => [id]);
  for (;;) {
    try {
      const body = JSON.stringify({ ranking, durationMs: 60_000 });
      const { status, text } = await send(`${url()}/api/v1/turns/${turnId}/ballot`, body);
      if (status < 300) return;
      if (status !== 503) throw new Error(`turn ${number}: ${status} ${text}`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
    await sleep(100);
  }
}

/** A connection of its own for each rater. fetch() would take more of the shared processor than the ballot does. */
const agent = new Agent({ keepAlive: true, maxSockets: raters });

function send(url: string, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { agent, method: 'PUT', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const folder = await mkdtemp(join(tmpdir(), 'baijia-ballots-'));
const database = join(folder, 'database');
let server: EmbeddedServer = await startEmbeddedServer({ folder: database });
const { port } = server;
const environment = { DATABASE_URL: server.url, DATA_DIR: join(folder, 'data') };
let started: Started | undefined;

async function startProgram(more: Record<string, string> = {}): Promise<Started> {
  const program = await spawnStart({ ...environment, ...more });
  await program.ready;
  return program;
}

/** As autovacuum would have done in the meantime. */
async function refreshStatistics(): Promise<void> {
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  await sql`vacuum analyze`;
  await sql.end();
}

async function measureSpeed(url: () => string): Promise<boolean> {
  await judge(url, 1, 1 + warmUp);
  const start = performance.now();
  const times = await judge(url, 1 + warmUp, 1 + warmUp + measured);
  const rate = measured / ((performance.now() - start) / 1000);
  const slow = times[Math.floor(0.99 * times.length)] ?? Number.NaN;
  const middle = times[Math.floor(times.length / 2)] ?? Number.NaN;
  console.log(
    `${raters} at once, ${endpoints} endpoints: ${rate.toFixed(0)} ballots/s, ${(rate / promisedRate).toFixed(2)} of ${promisedRate}`,
  );
  console.log(
    `median ${middle.toFixed(0)} ms, 99th percentile ${slow.toFixed(0)} ms, ${(slow / promisedMs).toFixed(2)} of ${promisedMs} ms`,
  );
  return rate >= promisedRate && slow < promisedMs;
}

/** Kills the app after a quarter of the ballots, restarts the database after three. */
async function disturb(url: () => string): Promise<void> {
  const disturbances: Promise<void>[] = [];
  const onJudged = (done: number) => {
    if (done === disturbed / 4) disturbances.push(killProgram());
    if (done === (3 * disturbed) / 4) disturbances.push(restartDatabase());
  };
  const from = 1 + warmUp + measured;
  await judge(url, from, from + disturbed, onJudged);
  await Promise.all(disturbances);
}

async function killProgram(): Promise<void> {
  const killed = started;
  if (!killed) return;
  killed.child.kill('SIGKILL');
  await killed.ended;
  console.log('the app was killed');
  started = await startProgram({ PORT: new URL(killed.url).port });
}

async function restartDatabase(): Promise<void> {
  await server.stop();
  console.log('the database was stopped');
  server = await startEmbeddedServer({ folder: database, port });
}

async function verify(): Promise<boolean> {
  const expected = warmUp + measured + disturbed;
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  const [found] = await sql`select count(*)::int as ballots, count(distinct turn_id)::int as turns,
    coalesce(max(revision), 0)::int as revision from ballots`;
  await sql.end();
  await configureDatabase({ url: server.url });
  const differences = await inTransaction(countDifferences);
  await closeDatabase();
  console.log(
    `acknowledged ${expected}, stored ${found?.ballots} on ${found?.turns} turns, pair counts wrong: ${differences}`,
  );
  const { ballots, turns, revision } = found ?? {};
  return ballots === expected && turns === expected && revision === 1 && differences === 0;
}

try {
  await migrateDatabase(server.url);
  await configureDatabase({ url: server.url, deadlineMs: 600_000 });
  await seedBallots({ ballots: warmUp + measured + disturbed, endpoints, isJudged: false });
  await closeDatabase();
  await refreshStatistics();
  started = await startProgram();
  const { url } = started;
  const isFast = await measureSpeed(() => url);
  await disturb(() => url);
  const isWhole = await verify();
  console.log(isWhole ? 'none lost, none doubled' : 'LOST OR DOUBLED');
  process.exitCode = isFast && isWhole ? 0 : 1;
} finally {
  started?.child.kill('SIGTERM');
  await started?.ended;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
