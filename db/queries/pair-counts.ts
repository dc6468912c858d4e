import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { selectContributions } from '#db/queries/pair-contributions.ts';

export const facets = ['all', 'mode', 'language', 'category', 'day'] as const;

const contributionSchema = z.object({
  facet: z.enum(facets),
  value: z.string(),
  rater_id: z.string(),
  endpoint_a: z.string(),
  endpoint_b: z.string(),
  card_a: z.string(),
  card_b: z.string(),
  lane_count: z.number(),
  wins_a: z.number(),
  wins_b: z.number(),
  ties: z.number(),
  both_bad: z.number(),
});
export type Contribution = z.infer<typeof contributionSchema>;

const keyColumns = sql.raw('facet, value, rater_id, endpoint_a, endpoint_b, card_a, card_b, lane_count');
const sums = sql.raw('sum(wins_a)::int, sum(wins_b)::int, sum(ties)::int, sum(both_bad)::int');
const isSomething = sql.raw('sum(wins_a) <> 0 or sum(wins_b) <> 0 or sum(ties) <> 0 or sum(both_bad) <> 0');

/** Condition on ballots; an array makes the planner look each one up, where a subquery makes it read the whole log. */
const isOneOf = (ballotIds: readonly string[]): SQL =>
  sql`ballots.id = any(${`{${ballotIds.join(',')}}`}::uuid[])`;

/** What ballots add to the counts as they stand now; excluded ones, or with fewer than two ranked lanes, add nothing. */
export async function listContributions(
  tx: Transaction,
  ballotIds: readonly string[],
): Promise<Contribution[]> {
  const rows = await tx.execute(selectContributions(isOneOf(ballotIds)));
  return rows.map((row) => contributionSchema.parse(row));
}

/** Puts what the ballots say now in the place of what they said `before`, in their own transaction. */
export async function replaceContributions(
  tx: Transaction,
  ballotIds: readonly string[],
  before: readonly Contribution[],
): Promise<void> {
  const taken = before.map((row) => ({
    ...row,
    wins_a: -row.wins_a,
    wins_b: -row.wins_b,
    ties: -row.ties,
    both_bad: -row.both_bad,
  }));
  const now = selectContributions(isOneOf(ballotIds));
  if (taken.length === 0) return addCounts(tx, now);
  await addCounts(
    tx,
    sql`(${now}) union all
      select facet, value, rater_id, endpoint_a, endpoint_b, card_a, card_b, lane_count, wins_a, wins_b, ties, both_bad
      from jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) as taken(facet text, value text, rater_id text,
        endpoint_a text, endpoint_b text, card_a text, card_b text, lane_count smallint, wins_a int, wins_b int,
        ties int, both_bad int)`,
  );
}

/** Adds what new ballots say; they must not have been counted before. */
export async function countNewBallots(tx: Transaction, ballotIds: readonly string[]): Promise<void> {
  await addCounts(tx, selectContributions(isOneOf(ballotIds)));
}

/** One statement in the order of the key: two ballots that meet in the same rows wait, and never for each other. */
async function addCounts(tx: Transaction, rows: SQL): Promise<void> {
  await tx.execute(sql`
    insert into pair_counts (${keyColumns}, wins_a, wins_b, ties, both_bad)
    select ${keyColumns}, ${sums} from (${rows}) as added
    group by ${keyColumns} having ${isSomething} order by ${keyColumns}
    on conflict (${keyColumns}) do update set
      wins_a = pair_counts.wins_a + excluded.wins_a, wins_b = pair_counts.wins_b + excluded.wins_b,
      ties = pair_counts.ties + excluded.ties, both_bad = pair_counts.both_bad + excluded.both_bad`);
}

/** Keys whose counts are not what the ballots say; empty when the table is right. */
export async function countDifferences(tx: Transaction): Promise<number> {
  const [row] = await tx.execute(sql`
    select count(*)::int as differences from (
      select ${keyColumns} from (
        (${selectContributions(sql`true`)}) union all
        select ${keyColumns}, -wins_a, -wins_b, -ties, -both_bad from pair_counts
      ) as sums group by ${keyColumns} having ${isSomething}
    ) as different`);
  return z.object({ differences: z.number() }).parse(row).differences;
}

/** Counts all ballots anew. */
export async function rebuildPairCounts(tx: Transaction): Promise<void> {
  await tx.execute(sql`delete from pair_counts`);
  await addCounts(tx, selectContributions(sql`true`));
}
