/**
 * Promise: imports take 20,000 rows a second. Beside it, the same file read and checked without storing: what this
 * program alone could take.
 * Run: node bench/import.ts [--battles N] [--seeded N]
 */
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { withSeededDatabase } from '#bench/seeded-database.ts';
import { withDatabase } from '#db/client.ts';
import { importStream } from '#db/queries/import-stream.ts';

const { values } = parseArgs({
  options: {
    battles: { type: 'string', default: '100000' },
    seeded: { type: 'string', default: '0' },
  },
});
const battles = Number(values.battles);
/** Made before, as a file would be. */
const pieces = makeFile();

function makeFile(): Uint8Array[] {
  const made: Uint8Array[] = [];
  let text = '';
  for (let index = 0; index < battles; index++) {
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
    if (text.length < 256 * 1024) continue;
    made.push(Buffer.from(text));
    text = '';
  }
  return [...made, Buffer.from(text)];
}

async function* read(): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

/** @returns battles a second, and what each took of this program's processor time, in µs. */
async function take(isDryRun: boolean): Promise<{ rate: number; own: number }> {
  const before = process.cpuUsage();
  const start = performance.now();
  const report = await importStream(read(), { format: 'arena-33k', isDryRun, counts: true });
  if (report.imported !== battles) throw new Error(`Imported ${report.imported} of ${battles}`);
  const { user, system } = process.cpuUsage(before);
  return { rate: battles / ((performance.now() - start) / 1000), own: (user + system) / battles };
}

const tables = ['comparisons', 'turns', 'lanes', 'responses', 'ballots', 'ballot_lanes', 'ballot_pairs'];

await withSeededDatabase({ ballots: Number(values.seeded) }, async () => {
  const dry = await take(true);
  const { rate: stored, own } = await take(false);
  const [row] = await withDatabase((db) =>
    db.execute(
      sql.raw(`select ${tables.map((table) => `(select count(*) from ${table})`).join(' + ')} as n`),
    ),
  );
  const perBattle = (Number(row?.n) - Number(values.seeded) * 10) / battles;
  console.log(
    `read and checked alone: ${dry.rate.toFixed(0)} battles/s, ${dry.own.toFixed(0)} µs of a processor each`,
  );
  console.log(
    `imported: ${stored.toFixed(0)} battles/s, each ${perBattle.toFixed(1)} rows of ${tables.length} tables: ${(stored * perBattle).toFixed(0)} table rows/s; ${own.toFixed(0)} µs of a processor here for each`,
  );
  const isKept = stored >= 20_000;
  console.log(isKept ? 'ok: within the promise' : 'FAILED: promised 20,000 battles a second');
  process.exitCode = isKept ? 0 : 1;
});
