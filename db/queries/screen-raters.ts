import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction, withDatabase } from '#db/client.ts';
import { pairColumns, selectBallotPairs } from '#db/queries/pair-contributions.ts';
import { recountBallots } from '#db/queries/pair-counts.ts';
import type { BoardAgreement, ScreeningAnswer } from '#lib/rating/board-answer.ts';
import { findAnomalousRaters, type RaterVote } from '#lib/rating/rater-anomaly.ts';

const reason = 'rater-anomaly';
/** Marks what this test excluded, and may count again. */
const source = 'anomaly-test';
/** With fewer there is no crowd to be unlike. */
export const fewestScreened = 3;
/** Ballots per transaction: each is short, and a test that was cut off is simply made again. */
const chunk = 1000;

/**
 * Tests all raters against each other and excludes the ballots of those who vote as nobody would who looks at the
 * answers; ballots of raters who are no longer found so count again. What else excludes a ballot is left as it is.
 */
export async function screenRaters(): Promise<ScreeningAnswer> {
  const { raters } = await readScreening();
  const votes = raters < fewestScreened ? [] : await listDecisiveVotes();
  const verdicts = findAnomalousRaters(votes);
  const flagged = [...verdicts].flatMap(([rater, { isFlagged }]) => (isFlagged ? [rater] : []));
  const isFlagged = sql`ballots.rater_id in (select jsonb_array_elements_text(${JSON.stringify(flagged)}::jsonb))`;
  const isMarked = sql`exists (select 1 from ballot_exclusions
    where ballot_exclusions.ballot_id = ballots.id and reason = ${reason} and source = ${source})`;
  const excluded = await changeBallots(
    sql`${isFlagged} and not exists (select 1 from ballot_exclusions
      where ballot_exclusions.ballot_id = ballots.id and reason = ${reason})`,
    (ids) => sql`insert into ballot_exclusions (ballot_id, reason, source)
      select id, ${reason}::text, ${source}::text from unnest(${ids}::uuid[]) as id on conflict do nothing`,
  );
  const restored = await changeBallots(
    sql`${isMarked} and not ${isFlagged}`,
    (ids) => sql`delete from ballot_exclusions
      where ballot_id = any(${ids}::uuid[]) and reason = ${reason} and source = ${source}`,
  );
  return { raters: verdicts.size, excludedRaters: flagged.length, excluded, restored };
}

/** Raters who have judged, and those among them whose ballots the test has excluded. */
export async function readScreening(): Promise<BoardAgreement['screening']> {
  const [row] = await withDatabase((db) =>
    db.execute(sql`with counted as (select distinct rater_id from pair_counts where facet = 'all'),
      marked as (select distinct ballots.rater_id from ballot_exclusions
        join ballots on ballots.id = ballot_exclusions.ballot_id where reason = ${reason} and source = ${source})
      select (select count(*) from (select * from counted union select * from marked) as judges)::int as raters,
        (select count(*) from marked)::int as "excludedRaters"`),
  );
  return z.object({ raters: z.number(), excludedRaters: z.number() }).parse(row);
}

const voteSchema = z.object({
  at: z.string(),
  ballot: z.string(),
  position_a: z.number(),
  position_b: z.number(),
  rater: z.string(),
  a: z.string(),
  b: z.string(),
  winner: z.enum(['a', 'b']),
});
type StoredVote = z.infer<typeof voteSchema>;

const pageSize = 20_000;
const order = sql.raw('created_at, ballot_id, position_a, position_b');

/** Of ballots that nothing else excludes, in the order of time. */
async function listDecisiveVotes(): Promise<RaterVote[]> {
  const votes: RaterVote[] = [];
  for (let last: StoredVote | undefined; ; ) {
    const page = await readPage(last);
    for (const { rater, a, b, winner } of page) votes.push({ rater, a, b, winner });
    if (page.length < pageSize) return votes;
    last = page.at(-1);
  }
}

async function readPage(last: StoredVote | undefined): Promise<StoredVote[]> {
  const isMarked = sql`ballots.id in (
    select ballot_id from ballot_exclusions where reason = ${reason} and source = ${source})`;
  const isExcludedElse = sql`exists (select 1 from ballot_exclusions
    where ballot_exclusions.ballot_id = ballots.id and (reason, source) <> (${reason}::text, ${source}::text))`;
  const isAfter = last
    ? sql`created_at >= ${last.at}::timestamptz and (${order}) >
        (${last.at}::timestamptz, ${last.ballot}::uuid, ${last.position_a}::smallint, ${last.position_b}::smallint)`
    : sql`true`;
  // Each source is cut to a page of its own, so that the kept pairs are read along their index.
  const cut = sql`where wins_a + wins_b = 1 and endpoint_a <> endpoint_b and ${isAfter}
    order by ${order} limit ${pageSize}`;
  const rows = await withDatabase((db) =>
    db.execute(sql`select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
        ballot_id as ballot, position_a, position_b, rater_id as rater, endpoint_a as a, endpoint_b as b,
        case wins_a when 1 then 'a' else 'b' end as winner
      from (
        (select ${pairColumns} from ballot_pairs ${cut}) union all
        (select ${pairColumns} from (${selectBallotPairs(isMarked, isExcludedElse)}) as marked ${cut})
      ) as pairs order by ${order} limit ${pageSize}`),
  );
  return z.array(voteSchema).parse(rows);
}

/** Changes the ballots that match, until none does, and counts them anew; answers how many there were. */
async function changeBallots(where: SQL, change: (ids: string) => SQL): Promise<number> {
  let changed = 0;
  for (;;) {
    const ids = await inTransaction(async (tx) => {
      const rows = await tx.execute(
        sql`select id from ballots where ${where} order by id limit ${chunk} for no key update`,
      );
      const found = rows.map((row) => z.object({ id: z.string() }).parse(row).id);
      if (found.length === 0) return found;
      await tx.execute(change(`{${found.join(',')}}`));
      await recountBallots(tx, found);
      return found;
    });
    changed += ids.length;
    if (ids.length < chunk) return changed;
  }
}
