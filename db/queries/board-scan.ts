import { and, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { withDatabase } from '#db/client.ts';
import { isExcluded, matchesBoard } from '#db/queries/board-filter.ts';
import { ballotLanes, ballots } from '#db/schema/ballots.ts';
import type { BoardFilter } from '#lib/rating/board-schema.ts';
import type { PairCount } from '#lib/rating/pair-counts.ts';

/**
 * Two lanes of every ballot that counts: f was shown before s. A ballot over K lanes gives K(K-1)/2 rows of weight
 * 2/K (lib/rating/ballot-pairs.ts).
 */
export function judgedPairs(filter: BoardFilter): SQL {
  const counts = and(matchesBoard(filter), sql`not ${isExcluded}`);
  return sql`
    with judged as (
      select l.ballot_id, l.response_id, l.endpoint_id, l.position, l.rank, ${ballots.allBad} as all_bad,
        ${ballots.raterId} as rater_id, ${ballots.createdAt} as created_at, ${ballots.turnId} as turn_id,
        2.0::float8 / count(*) over (partition by l.ballot_id) as weight
      from ${ballots} join ${ballotLanes} l on l.ballot_id = ${ballots.id}
      where (${ballots.allBad} or l.rank is not null) and ${counts}
    ),
    pairs as (
      select f.ballot_id, f.rater_id, f.created_at, f.turn_id, f.endpoint_id as a, s.endpoint_id as b,
        f.response_id as response_a, s.response_id as response_b, f.weight,
        case when f.all_bad then 'bothBad' when f.rank < s.rank then 'winsA' when f.rank > s.rank then 'winsB'
          else 'ties' end as outcome
      from judged f join judged s on s.ballot_id = f.ballot_id and s.position > f.position
      where f.endpoint_id <> s.endpoint_id
    )`;
}

export const sumsSchema = z.object({
  a: z.string(),
  b: z.string(),
  rater: z.string().nullable(),
  winsA: z.number(),
  winsB: z.number(),
  ties: z.number(),
  bothBad: z.number(),
  winsASquare: z.number(),
  winsBSquare: z.number(),
  tiesSquare: z.number(),
  bothBadSquare: z.number(),
});
type Sums = z.infer<typeof sumsSchema>;

export const sums: SQL = sql.join(
  (['winsA', 'winsB', 'ties', 'bothBad'] as const).flatMap((outcome) => [
    sql`coalesce(sum(weight) filter (where outcome = ${sql.raw(`'${outcome}'`)}), 0) as ${sql.identifier(outcome)}`,
    sql`coalesce(sum(weight * weight) filter (where outcome = ${sql.raw(`'${outcome}'`)}), 0) as ${sql.identifier(`${outcome}Square`)}`,
  ]),
  sql`, `,
);

export function toPairCount(row: Sums): PairCount {
  const { a, b, rater, winsA, winsB, ties, bothBad } = row;
  const squares = {
    winsA: row.winsASquare,
    winsB: row.winsBSquare,
    ties: row.tiesSquare,
    bothBad: row.bothBadSquare,
  };
  return { a, b, winsA, winsB, ties, bothBad, squares, ...(rater !== null && { rater }) };
}

/** Pair counts read from single ballots, for filters that no kept sum answers. a was shown before b. */
export async function scanPairCounts(filter: BoardFilter, byRater: boolean): Promise<PairCount[]> {
  const rater = byRater ? sql`rater_id` : sql`null::text`;
  const rows = await withDatabase((db) =>
    db.execute(
      sql`${judgedPairs(filter)} select a, b, ${rater} as rater, ${sums} from pairs group by 1, 2, 3`,
    ),
  );
  return rows.map((row) => toPairCount(sumsSchema.parse(row)));
}
