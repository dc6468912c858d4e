/**
 * Promise: a million pairs are exported at half the rows per second or more of a bare COPY ... TO STDOUT of the same
 * columns through the same driver, while memory grows by less than 100 MB over the least that the process held idle
 * before.
 * Run: node bench/export.ts [--ballots N] [--database URL of one that `baijia seed` filled]
 */
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { leastWithin } from '#bench/report-process.ts';
import { withSeededDatabase } from '#bench/seeded-database.ts';
import { streamExport } from '#db/queries/export-stream.ts';

const { values } = parseArgs({
  options: { ballots: { type: 'string', default: '1000000' }, database: { type: 'string' } },
});

const columns = `select turns.prompt, chosen.text, rejected.text, ballots.strength from ballots
  join turns on turns.id = ballots.turn_id
  join ballot_lanes w on w.ballot_id = ballots.id and w.rank = 1
  join ballot_lanes l on l.ballot_id = ballots.id and l.rank = 2
  join responses chosen on chosen.id = w.response_id join responses rejected on rejected.id = l.response_id
  order by ballots.created_at, ballots.id`;

/** Has the server read all of it once, so that neither of the two pays for it. */
async function warm(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, fetch_types: false });
  await sql.unsafe(`select count(*) from (${columns}) as pairs(prompt, chosen, rejected, strength)
    where length(prompt) + length(chosen) + length(rejected) < 0`);
  await sql.end();
}

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
  const before = await leastWithin(10, () => process.memoryUsage.rss());
  const start = performance.now();
  let peak = before;
  const stream = streamExport({
    format: 'trl-preference',
    query: { personalData: 'keep' },
    pseudonymOf: (id) => id,
  });
  for (;;) {
    const { value, done } = await stream.next();
    peak = Math.max(peak, process.memoryUsage.rss());
    if (done) {
      const pairs = value.rows + (value.leftOut['same-answer'] ?? 0);
      return {
        rate: pairs / ((performance.now() - start) / 1000),
        heldMb: before / 1e6,
        grownMb: (peak - before) / 1e6,
        pairs,
      };
    }
  }
}

await withSeededDatabase({ ballots: Number(values.ballots), url: values.database }, async (url) => {
  await warm(url);
  const { rate, heldMb, grownMb, pairs } = await exportPairs();
  // Afterwards: it leaves this process larger than an export makes it.
  const bare = await copy(url);
  const ratio = rate / bare;
  console.log(`bare COPY of the pairs: ${bare.toFixed(0)} rows/s`);
  console.log(
    `export of ${pairs} pairs: ${rate.toFixed(0)} rows/s, ratio ${ratio.toFixed(2)}; memory grew by ${grownMb.toFixed(0)} MB over ${heldMb.toFixed(0)} MB`,
  );
  const isKept = ratio >= 0.5 && grownMb < 100;
  console.log(isKept ? 'ok: within the promises' : 'FAILED: promised a ratio of 0.5 and 100 MB');
  process.exitCode = isKept ? 0 : 1;
});
