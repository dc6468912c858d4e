import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import {
  pairColumnNames,
  pairColumns,
  selectBallotPairs,
  selectContributions,
} from '#db/queries/pair-contributions.ts';

const keyColumns = sql.raw('facet, value, rater_id, endpoint_a, endpoint_b, card_a, card_b, lane_count');
const numbers = ['wins_a', 'wins_b', 'ties', 'both_bad'];
const sums = sql.raw(numbers.map((name) => `sum(${name})::int`).join(', '));
const isSomething = sql.raw(numbers.map((name) => `sum(${name}) <> 0`).join(' or '));
const renewed = sql.raw(pairColumnNames.map((name) => `${name} = excluded.${name}`).join(', '));
const allPairs = sql`select ${pairColumns} from ballot_pairs`;

/** An array makes the planner look each ballot up, where a subquery makes it read the whole log. */
const idsOf = (ballotIds: readonly string[]): SQL => sql`any(${`{${ballotIds.join(',')}}`}::uuid[])`;

/** Counts new ballots; they must not have been counted before. */
export async function countNewBallots(tx: Transaction, ballotIds: readonly string[]): Promise<void> {
  const pairs = selectBallotPairs(sql`ballots.id = ${idsOf(ballotIds)}`);
  await tx.execute(sql`
    with now as (
      insert into ballot_pairs (${pairColumns}) select ${pairColumns} from (${pairs}) as pairs returning ${pairColumns}
    )
    ${addCounts(selectContributions(sql`select * from now`))}`);
}

/**
 * Counts pairs that have just been stored; they must not have been counted before.
 * @param pairs rows of ballot_pairs, or several as one with their sums.
 */
export async function addPairs(tx: Transaction, pairs: readonly Record<string, unknown>[]): Promise<void> {
  await tx.execute(
    addCounts(
      selectContributions(sql`select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as given(
        created_at timestamptz, rater_id text, mode text, language text, categories text[], endpoint_a text,
        endpoint_b text, card_a text, card_b text, lane_count smallint, wins_a int, wins_b int, ties int, both_bad int)`),
    ),
  );
}

/**
 * Puts what the ballots say now in the place of what was counted of them, whatever has changed: ranking, exclusions,
 * categories or tags. Belongs into the transaction of the change.
 */
export async function recountBallots(tx: Transaction, ballotIds: readonly string[]): Promise<void> {
  const pairs = selectBallotPairs(sql`ballots.id = ${idsOf(ballotIds)}`);
  const minus = sql.raw(numbers.map((name) => `-${name}`).join(', '));
  // All parts of a statement see the tables as they were before it.
  await tx.execute(sql`
    with said as materialized (select ${pairColumns} from (${pairs}) as pairs),
    counted as materialized (select ${pairColumns} from ballot_pairs where ballot_id = ${idsOf(ballotIds)}),
    gone as (
      delete from ballot_pairs where ballot_id = ${idsOf(ballotIds)} and not exists (select 1 from said
        where (said.ballot_id, said.position_a, said.position_b) =
          (ballot_pairs.ballot_id, ballot_pairs.position_a, ballot_pairs.position_b))
    ), stored as (
      insert into ballot_pairs (${pairColumns}) select ${pairColumns} from said
      on conflict (ballot_id, position_a, position_b) do update set ${renewed}
    )
    ${addCounts(sql`(${selectContributions(sql`select * from said`)}) union all
      select ${keyColumns}, ${minus} from (${selectContributions(sql`select * from counted`)}) as taken`)}`);
}

/** One statement in the order of the key: two ballots that meet in the same rows wait, and never for each other. */
function addCounts(rows: SQL): SQL {
  return sql`
    insert into pair_counts (${keyColumns}, wins_a, wins_b, ties, both_bad)
    select ${keyColumns}, ${sums} from (${rows}) as added
    group by ${keyColumns} having ${isSomething} order by ${keyColumns}
    on conflict (${keyColumns}) do update set
      wins_a = pair_counts.wins_a + excluded.wins_a, wins_b = pair_counts.wins_b + excluded.wins_b,
      ties = pair_counts.ties + excluded.ties, both_bad = pair_counts.both_bad + excluded.both_bad`;
}

/** Kept pairs that are not what the ballots say, and counts that are not the sums of the kept pairs. */
export async function countDifferences(tx: Transaction): Promise<number> {
  const [row] = await tx.execute(sql`
    select (
      select count(*) from (select ${pairColumns} from (${selectBallotPairs(sql`true`)}) as pairs) as said
        full join (${allPairs}) as kept using (ballot_id, position_a, position_b)
      where (said.*)::text is distinct from (kept.*)::text
    )::int + (
      select count(*) from (
        select ${keyColumns} from (
          (${selectContributions(allPairs)}) union all
          select ${keyColumns}, -wins_a, -wins_b, -ties, -both_bad from pair_counts
        ) as sums group by ${keyColumns} having ${isSomething}
      ) as different
    )::int as differences`);
  return z.object({ differences: z.number() }).parse(row).differences;
}

/** Counts all ballots anew; pairs that are right stay as they are. */
export async function rebuildPairCounts(tx: Transaction): Promise<void> {
  await tx.execute(sql`create temporary table said on commit drop as
    select ${pairColumns} from (${selectBallotPairs(sql`true`)}) as pairs`);
  await tx.execute(sql`analyze said`);
  await tx.execute(sql`delete from ballot_pairs as kept
    where not exists (select 1 from said where said.ballot_id = kept.ballot_id
      and said.position_a = kept.position_a and said.position_b = kept.position_b
      and (said.*)::text = (kept.*)::text)`);
  await tx.execute(
    sql`insert into ballot_pairs (${pairColumns}) select ${pairColumns} from said on conflict do nothing`,
  );
  await tx.execute(sql`drop table said`);
  await tx.execute(sql`delete from pair_counts`);
  await tx.execute(addCounts(selectContributions(allPairs)));
}
