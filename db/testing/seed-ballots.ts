import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction, type Transaction, withDatabase } from '#db/client.ts';
import { countNewBallots } from '#db/queries/pair-counts.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { raters } from '#db/schema/raters.ts';
import { createSeedPool } from '#db/testing/seed-pool.ts';
import {
  ballotStatements,
  batchTable,
  drawTurns,
  poolTableNames,
  poolTables,
  type SeedDraw,
  turnStatements,
} from '#db/testing/seed-statements.ts';
import { chineseWords, englishWords } from '#db/testing/seed-words.ts';

export type Seed = {
  ballots: number;
  endpoints: number;
  raters?: number;
  /** Ballots are spread evenly over so many days up to `until`. */
  days?: number;
  until?: Date;
  /** False leaves the turns answered but not judged. */
  isJudged?: boolean;
  onProgress?: (ballots: number) => void;
};

/** Small enough that what a statement refers to is still in the server's memory. */
const batchSize = 20_000;
/** Two cores: one batch is written while another waits for the disk or for pair counts. */
const batchesAtOnce = 2;
const mostPrompts = 20_000;
const comments = [...englishWords.comments, ...chineseWords.comments];

export const seededEndpoint = (index: number) => `seed-${String(index + 1).padStart(2, '0')}`;
/** Strength in natural log-odds: each endpoint 0.1 above the one before, 0 on average. */
export const seededStrength = (index: number, count: number) => 0.1 * (index - (count - 1) / 2);

const seededBallot = (number: number) => `00000000-0000-7000-8005-${number.toString(16).padStart(12, '0')}`;

/** Ids of the turn with this number, from 1 on. */
export function seededTurn(number: number): { turnId: string; laneIds: [first: string, second: string] } {
  const hex = number.toString(16);
  const lane = (index: number) => `00000000-0000-7000-8003-${index}${hex.padStart(11, '0')}`;
  return { turnId: `00000000-0000-7000-8002-${hex.padStart(12, '0')}`, laneIds: [lane(0), lane(1)] };
}

/**
 * Writes judged two-lane turns straight into the tables, as the API would have left them: winners by strength, a tenth
 * ties, a twentieth all bad, half of the comparisons blind, three tenths Chinese. What was written when it breaks off
 * stays, whole ballots with their counts.
 */
export async function seedBallots(seed: Seed): Promise<void> {
  const { ballots: total, onProgress = () => {} } = seed;
  const draw: SeedDraw = {
    endpoints: seed.endpoints,
    raters: seed.raters ?? 1,
    prompts: Math.min(mostPrompts, Math.ceil(total / 10)),
    comments: comments.length,
    days: seed.days ?? 30,
    until: seed.until ?? new Date(),
    total,
  };
  await inTransaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await addContestants(tx, draw);
    for (const table of poolTables) await tx.execute(table);
    await addPool(tx, draw.prompts);
  });
  try {
    let done = 0;
    let next = 1;
    const work = async () => {
      for (let from = next; from <= total; from = next) {
        const to = Math.min(total, from + batchSize - 1);
        next = to + 1;
        await inTransaction((tx) => writeBatch(tx, draw, { from, to }, seed.isJudged ?? true));
        done += to - from + 1;
        onProgress(done);
      }
    };
    await Promise.all(Array.from({ length: batchesAtOnce }, work));
  } finally {
    await inTransaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = 0`);
      for (const table of poolTableNames) await tx.execute(sql`drop table ${sql.identifier(table)}`);
      await tx.execute(sql`analyze`);
    });
  }
}

async function writeBatch(
  tx: Transaction,
  draw: SeedDraw,
  range: { from: number; to: number },
  isJudged: boolean,
): Promise<void> {
  await tx.execute(sql`set local statement_timeout = 0`);
  await tx.execute(sql`set local synchronous_commit = off`);
  await tx.execute(batchTable);
  await tx.execute(drawTurns(draw, range));
  await tx.execute(sql`analyze seed`);
  for (const statement of turnStatements) await tx.execute(statement);
  if (!isJudged) return;
  for (const statement of ballotStatements) await tx.execute(statement);
  const ids = Array.from({ length: range.to - range.from + 1 }, (_, index) =>
    seededBallot(range.from + index),
  );
  await countNewBallots(tx, ids);
}

/** Why seeding would spoil something: the database is `seeded` already, or holds comparisons of people (`used`). */
export async function findSeedObstacle(): Promise<'seeded' | 'used' | null> {
  const [row] = await withDatabase((db) =>
    db.execute(sql`select exists (select from endpoints where id = ${seededEndpoint(0)}) as seeded,
      exists (select from comparisons) as used`),
  );
  const { seeded, used } = z.object({ seeded: z.boolean(), used: z.boolean() }).parse(row);
  if (seeded) return 'seeded';
  return used ? 'used' : null;
}

const trees = ['Alder', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel', 'Juniper', 'Larch', 'Maple', 'Oak'];
const sizes = ['3B', '8B', '32B', '70B'];
/** Names of trees, so that nobody takes the ratings for those of real models. */
const nameOf = (index: number) =>
  `${trees[index % trees.length]} ${sizes[Math.floor(index / trees.length)] ?? index}`;

async function addContestants(tx: Transaction, draw: SeedDraw): Promise<void> {
  const rows = Array.from({ length: draw.endpoints }, (_, index) => ({
    id: seededEndpoint(index),
    name: nameOf(index),
    protocol: 'chat',
    baseUrl: 'http://127.0.0.1:9/v1',
    model: nameOf(index).toLowerCase().replace(' ', '-'),
    source: 'user',
    // Nobody answers there: the draw of a battle is to leave them out.
    enabled: false,
  }));
  await tx.insert(endpoints).values(rows);
  const names = Array.from({ length: draw.raters }, (_, index) => ({
    id: index === 0 ? 'local' : `seed-rater-${index + 1}`,
  }));
  await tx.insert(raters).values(names).onConflictDoNothing();
  await tx.execute(sql`create unlogged table seed_snapshots as
    select id as endpoint_id, jsonb_build_object('id', id, 'name', name, 'protocol', protocol, 'baseUrl', base_url,
      'model', model, 'cardId', card_id, 'price', null) as snapshot from endpoints`);
}

async function addPool(tx: Transaction, size: number): Promise<void> {
  const pool = createSeedPool(size);
  await tx.execute(sql`insert into seed_prompts
    select * from jsonb_to_recordset(${JSON.stringify(pool.prompts)}::jsonb)
      as given(number int, prompt text, language text, categories text[], prompt_hash text)`);
  await tx.execute(sql`insert into seed_answers
    select * from jsonb_to_recordset(${JSON.stringify(pool.answers)}::jsonb)
      as given(prompt int, variant int, answer text, tokens int, headers int, lists int, bold int)`);
  const numbered = comments.map((comment, number) => ({ number, comment }));
  await tx.execute(sql`insert into seed_comments
    select * from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb) as given(number int, comment text)`);
  await tx.execute(sql`analyze seed_prompts`);
  await tx.execute(sql`analyze seed_answers`);
}
