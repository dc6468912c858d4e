/**
 * Promises: a million pairs are exported at half the rows per second or more of a bare COPY ... TO STDOUT of the same
 * columns through the same driver, while memory grows by less than 100 MB; imports take 20,000 rows a second.
 * Run: node bench/export.ts [BALLOTS]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { closeDatabase, configureDatabase } from '#db/client.ts';
import { startEmbeddedServer } from '#db/embedded-server.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { streamExport } from '#db/queries/export-stream.ts';
import { importStream } from '#db/queries/import-stream.ts';
import { seedBallots } from '#db/testing/seed-ballots.ts';

const ballots = Number(process.argv[2] ?? 1_000_000);
const imported = Math.min(50_000, ballots);

const columns = `select turns.prompt, chosen.text, rejected.text, ballots.strength from ballots
  join turns on turns.id = ballots.turn_id
  join ballot_lanes w on w.ballot_id = ballots.id and w.rank = 1
  join ballot_lanes l on l.ballot_id = ballots.id and l.rank = 2
  join responses chosen on chosen.id = w.response_id join responses rejected on rejected.id = l.response_id
  order by ballots.created_at, ballots.id`;

async function copy(url: string): Promise<number> {
  const sql = postgres(url, { max: 1, fetch_types: false });
  const start = performance.now();
  let rows = 0;
  for await (const chunk of await sql.unsafe(`copy (${columns}) to stdout`).readable()) {
    rows += Buffer.from(chunk).toString().split('\n').length - 1;
  }
  await sql.end();
  return rows / ((performance.now() - start) / 1000);
}

async function exportPairs() {
  const start = performance.now();
  const before = process.memoryUsage().rss;
  let peak = before;
  const stream = streamExport({
    format: 'trl-preference',
    query: { personalData: 'keep' },
    pseudonymOf: (id) => id,
  });
  for (;;) {
    const { value, done } = await stream.next();
    peak = Math.max(peak, process.memoryUsage().rss);
    if (done) {
      const pairs = value.rows + (value.leftOut['same-answer'] ?? 0);
      return { rate: pairs / ((performance.now() - start) / 1000), grownMb: (peak - before) / 1e6, pairs };
    }
  }
}

async function* battles(): AsyncGenerator<Uint8Array> {
  let text = '';
  for (let index = 0; index < imported; index++) {
    const conversation = (answer: string) => [
      { role: 'user', content: `Question ${index}, please` },
      { role: 'assistant', content: `${answer} ${index} and so on` },
    ];
    text += `${JSON.stringify({
      question_id: `q${index}`,
      model_a: `model-${index % 20}`,
      model_b: `model-${(index + 7) % 20}`,
      winner: index % 3 === 0 ? 'model_a' : 'model_b',
      judge: 'arena_user_1',
      conversation_a: conversation('yes'),
      conversation_b: conversation('no'),
      tstamp: 1_700_000_000 + index,
    })}\n`;
    if (text.length > 256 * 1024) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text);
}

const folder = mkdtempSync(join(tmpdir(), 'baijia-bench-'));
const server = await startEmbeddedServer({ folder, durable: true });
try {
  await migrateDatabase(server.url);
  // Seeding is one statement after another, each longer than a page may wait.
  await configureDatabase({ url: server.url, deadlineMs: 3_600_000 });
  await seedBallots({ ballots, endpoints: 30 });
  const admin = postgres(server.url, { max: 1 });
  await admin`vacuum analyze`;
  await admin.end();
  const bare = [await copy(server.url), await copy(server.url)];
  const runs = [await exportPairs(), await exportPairs(), await exportPairs()];
  const best = Math.max(...runs.map(({ rate }) => rate));
  const grown = Math.max(...runs.map(({ grownMb }) => grownMb));
  const ratio = best / Math.max(...bare);
  console.log(`bare COPY of ${ballots} ballots' pairs: ${Math.max(...bare).toFixed(0)} rows/s`);
  console.log(
    `export of ${runs[0]?.pairs} pairs: ${best.toFixed(0)} rows/s, ratio ${ratio.toFixed(2)}; memory grew by ${grown.toFixed(0)} MB`,
  );
  const start = performance.now();
  const report = await importStream(battles(), { format: 'arena-33k', isDryRun: false, counts: true });
  const rate = report.imported / ((performance.now() - start) / 1000);
  console.log(`import of ${report.imported} battles: ${rate.toFixed(0)} rows/s`);
  const isKept = ratio >= 0.5 && grown < 100 && rate >= 20_000;
  console.log(
    isKept ? 'ok: within the promises' : 'FAILED: promised a ratio of 0.5, 100 MB and 20,000 rows/s',
  );
  process.exitCode = isKept ? 0 : 1;
} finally {
  await closeDatabase();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
