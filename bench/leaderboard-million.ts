/**
 * Promise: with a million ballots the server answers the leaderboard in at most 50 ms without filters and in at
 * most 300 ms with any one filter, and a new ballot is on the board at the next load.
 * Medians of 9 over HTTP; the ballots are written straight into the tables, a new one goes through the API.
 * Run: node bench/leaderboard-million.ts [ballots [folder]]; a folder is kept, and its ballots used again.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { spawnStart } from '#cli/testing/spawn-start.ts';
import { closeDatabase, configureDatabase } from '#db/client.ts';
import { startEmbeddedServer } from '#db/embedded-server.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { seedBallots } from '#db/testing/seed-ballots.ts';

const ballots = Number(process.argv[2] ?? 1_000_000);
const rounds = 9;
const now = Date.now();
const ago = (days: number) => new Date(now - days * 86_400_000).toISOString();

const promised: [name: string, query: string, ms: number][] = [
  ['no filter', '', 50],
  ['mode', 'mode=blind', 300],
  ['language', 'language=zh', 300],
  ['category', 'category=code', 300],
  ['from', `from=${ago(40)}`, 300],
  ['from and to', `from=${ago(60)}&to=${ago(10)}`, 300],
  ['rater', 'rater=me', 300],
];
/** Measured, not promised. */
const further: [name: string, query: string][] = [
  ['by card', '?by=card'],
  ['position', '?position=true'],
  ['davidson', '?ties=davidson'],
  ['bootstrap', '?interval=bootstrap'],
  ['two filters', '?mode=blind&language=zh'],
  ['style, newest 50,000', '?style=true'],
  ['matrix', '/matrix'],
  ['history', '/history'],
  ['agreement', '/agreement'],
  ['options', '/options'],
];

async function writeBallots(url: string): Promise<void> {
  await migrateDatabase(url);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const [found] = await sql`select exists (select 1 from ballots) as "hasBallots"`;
  if (!found?.hasBallots) {
    console.log(`Writing ${ballots.toLocaleString('en')} ballots …`);
    await configureDatabase({ url, deadlineMs: 3_600_000 });
    await seedBallots({ ballots, endpoints: 30, days: 90 });
    await closeDatabase();
    await sql`vacuum analyze`;
  }
  await sql.end();
}

type Board = { digest: string; counts: { ballots: number }; rows: { status: string }[] };

async function measure(url: string): Promise<boolean> {
  let isKept = true;
  for (const [name, query, limit] of promised) {
    const ms = await median(`${url}?${query}`);
    isKept &&= ms <= limit;
    console.log(`${name}: ${ms.toFixed(1)} ms, ${(ms / limit).toFixed(2)} of ${limit} ms`);
  }
  for (const [name, path] of further) {
    const start = performance.now();
    const answered = await fetch(url + path);
    await answered.text();
    console.log(`${name}: ${(performance.now() - start).toFixed(0)} ms (${answered.status}, no promise)`);
  }
  return isKept;
}

async function median(address: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const answered = await fetch(address);
    const body = await answered.text();
    times.push(performance.now() - start);
    if (!answered.ok) throw new Error(`${address} answered ${answered.status}: ${body}`);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** Through the API: asks the demo endpoints, judges, and looks at the board once. */
async function isNewBallotSeen(origin: string, url: string): Promise<boolean> {
  const before = await load(url);
  const lanes = ['eliza', 'shannon'].map((endpointId) => ({ endpointId }));
  const comparison = await send(origin, 'POST', '/comparisons', { mode: 'open', lanes });
  const turn = await send(origin, 'POST', `/comparisons/${comparison.id}/turns`, { prompt: 'Hello' });
  const ranking = comparison.lanes.map((lane) => [lane.id]);
  await send(origin, 'PUT', `/turns/${turn.id}/ballot`, { ranking });
  const after = await load(url);
  return after.counts.ballots === before.counts.ballots + 1 && after.digest !== before.digest;
}

async function load(url: string): Promise<Board> {
  return (await fetch(url)).json();
}

async function send(origin: string, method: string, path: string, body: unknown) {
  const answered = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answered.ok) throw new Error(`${path} answered ${answered.status}: ${await answered.text()}`);
  return (await answered.json()) as { id: string; lanes: { id: string }[] };
}

const keptFolder = process.argv[3];
const folder = keptFolder ?? (await mkdtemp(join(tmpdir(), 'baijia-board-')));
const server = await startEmbeddedServer({ folder: join(folder, 'database') });
try {
  await writeBallots(server.url);
  const started = await spawnStart({ DATABASE_URL: server.url, DATA_DIR: join(folder, 'data') });
  await started.ready;
  const url = `${started.url}/api/v1/leaderboard`;
  const isKept = await measure(url);
  const isSeen = await isNewBallotSeen(started.url, url);
  console.log(`a new ballot is on the board at the next load: ${isSeen ? 'yes' : 'NO'}`);
  process.exitCode = isKept && isSeen ? 0 : 1;
  started.child.kill('SIGTERM');
  await started.ended;
} finally {
  await server.stop();
  if (keptFolder === undefined) await rm(folder, { recursive: true, force: true });
}
