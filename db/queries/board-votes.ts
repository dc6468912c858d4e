import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withDatabase } from '#db/client.ts';
import { judgedPairs } from '#db/queries/board-scan.ts';
import { responses } from '#db/schema/turns.ts';
import type { BoardFilter } from '#lib/rating/board-schema.ts';
import type { ContextualVote } from '#lib/rating/contextual-observations.ts';
import { pairOutcomes } from '#lib/rating/pair-counts.ts';
import { type StyleFeatures, styleFeatures } from '#lib/rating/style-features.ts';

/** Answers are read and counted anew for each request, so there is a limit; the newest votes are taken. */
export const voteLimit = 10_000;
const batch = 250;

export type StoredVote = ContextualVote & { ballotId: string };

const voteSchema = z.object({
  ballot_id: z.string(),
  a: z.string(),
  b: z.string(),
  rater_id: z.string(),
  outcome: z.enum(pairOutcomes),
  weight: z.number(),
  response_a: z.string(),
  response_b: z.string(),
});

/** Single votes with what could have swayed them, oldest first; a was shown before b. */
export async function listVotes(filter: BoardFilter, byRater: boolean): Promise<StoredVote[]> {
  const found = await withDatabase((db) =>
    db.execute(sql`${judgedPairs(filter)}
      select ballot_id, a, b, rater_id, outcome, weight, response_a, response_b from pairs
      order by created_at desc, ballot_id desc, response_a, response_b limit ${voteLimit}`),
  );
  const rows = found.map((row) => voteSchema.parse(row)).reverse();
  const styles = await readStyles([...new Set(rows.flatMap((row) => [row.response_a, row.response_b]))]);
  return rows.map(({ ballot_id, a, b, rater_id, outcome, weight, response_a, response_b }) => {
    const [styleA, styleB] = [styles.get(response_a), styles.get(response_b)];
    return {
      ballotId: ballot_id,
      a,
      b,
      outcome,
      weight,
      first: 'a',
      ...(byRater && { rater: rater_id }),
      ...(styleA && styleB && { style: { a: styleA, b: styleB } }),
    };
  });
}

const answerSchema = z.object({ id: z.string(), text: z.string() });

/**
 * Lengths are counted by ourselves: what servers report as tokens differs from one to the next. In batches, each
 * with a query between: other requests get their turn on the one thread.
 */
async function readStyles(ids: readonly string[]): Promise<Map<string, StyleFeatures>> {
  const styles = new Map<string, StyleFeatures>();
  for (let from = 0; from < ids.length; from += batch) {
    const wanted = sql.join(
      ids.slice(from, from + batch).map((id) => sql`${id}::uuid`),
      sql`, `,
    );
    const rows = await withDatabase((db) =>
      db.execute(sql`select id, text from ${responses} where id in (${wanted})`),
    );
    for (const row of rows) {
      const { id, text } = answerSchema.parse(row);
      styles.set(id, styleFeatures(text));
    }
  }
  return styles;
}
