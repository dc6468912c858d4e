import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { withDatabase } from '#db/client.ts';
import { matchesBoard } from '#db/queries/board-filter.ts';
import { selectCounts } from '#db/queries/board-source.ts';
import { ballotExclusions, ballots } from '#db/schema/ballots.ts';
import { raters } from '#db/schema/raters.ts';
import { turns } from '#db/schema/turns.ts';
import type { BoardCounts } from '#lib/rating/board-answer.ts';
import type { BoardFilter } from '#lib/rating/board-schema.ts';
import type { BoardUnit } from '#lib/rating/board-units.ts';
import type { PairCount } from '#lib/rating/pair-counts.ts';
import { FEWEST_RATERS } from '#lib/rating/rater-clusters.ts';

/** Contestants of a row of counts: endpoints, or the cards their answers came from (endpoints without one stand alone). */
export function contestantColumns(by: BoardUnit): SQL {
  return by === 'endpoint'
    ? sql`endpoint_a as a, endpoint_b as b`
    : sql`coalesce(nullif(card_a, ''), endpoint_a) as a, coalesce(nullif(card_b, ''), endpoint_b) as b`;
}

export const countSums =
  sql.raw(`sum(wins_a)::int as "winsA", sum(wins_b)::int as "winsB", sum(ties)::int as ties,
  sum(both_bad)::int as "bothBad"`);

export const countRowSchema = z.object({
  a: z.string(),
  b: z.string(),
  rater: z.string().nullable(),
  laneCount: z.number(),
  winsA: z.number(),
  winsB: z.number(),
  ties: z.number(),
  bothBad: z.number(),
});
type CountRow = z.infer<typeof countRowSchema>;

export type StoredCounts = {
  /** a was shown before b; pairs of a contestant with itself left out. */
  counts: PairCount[];
  ballots: number;
};

/** 2/K and 2/(K(K-1)) are whole numbers of this part for every number K of lanes: sums are exact in any order. */
const grid = 420;

const mergedRowSchema = countRowSchema.omit({ laneCount: true }).extend({ ballots: z.number() });

/**
 * By rater only where there are enough of them to be told apart.
 * @param places whether a must stay the one shown first; else each two are one row, half as many to read.
 */
export async function readCounts(
  filter: BoardFilter,
  by: BoardUnit,
  places: 'kept' | 'merged' = 'kept',
): Promise<StoredCounts> {
  const rater = (await isByRater(filter)) ? sql`rater_id` : sql`null::text`;
  const ordered = places === 'kept' ? sql`true` : sql`a <= b`;
  const weighed = (first: string, second: string, name: string) =>
    sql`sum(case when ${ordered} then ${sql.raw(first)} else ${sql.raw(second)} end * (840 / lane_count))::float8 as ${sql.identifier(name)}`;
  const rows = await withDatabase((db) =>
    db.execute(sql`select case when ${ordered} then a else b end as a, case when ${ordered} then b else a end as b, rater,
        ${weighed('wins_a', 'wins_b', 'winsA')}, ${weighed('wins_b', 'wins_a', 'winsB')},
        ${weighed('ties', 'ties', 'ties')}, ${weighed('both_bad', 'both_bad', 'bothBad')},
        sum((wins_a + wins_b + ties + both_bad) * (840 / (lane_count * (lane_count - 1))))::float8 as ballots
      from (select ${contestantColumns(by)}, ${rater} as rater, lane_count, wins_a, wins_b, ties, both_bad
        from (${selectCounts(filter)}) as stored) as counts group by 1, 2, 3`),
  );
  let ballotParts = 0;
  const counts: PairCount[] = [];
  for (const { a, b, rater: judge, ballots: parts, ...sums } of z.array(mergedRowSchema).parse(rows)) {
    ballotParts += parts;
    if (a === b) continue;
    const weights = {
      winsA: sums.winsA / grid,
      winsB: sums.winsB / grid,
      ties: sums.ties / grid,
      bothBad: sums.bothBad / grid,
    };
    counts.push(judge === null ? { a, b, ...weights } : { a, b, ...weights, rater: judge });
  }
  return { counts, ballots: Math.round(ballotParts / grid) };
}
/** A ballot over K lanes is K(K-1)/2 counts of weight 2/K. */
export function toStoredCounts(rows: readonly CountRow[]): StoredCounts {
  let ballotCount = 0;
  const counts: PairCount[] = [];
  for (const { a, b, rater, laneCount, ...found } of rows) {
    const judgements = found.winsA + found.winsB + found.ties + found.bothBad;
    ballotCount += (2 * judgements) / (laneCount * (laneCount - 1));
    if (a === b) continue;
    const weight = 2 / laneCount;
    const weighed = {
      winsA: found.winsA * weight,
      winsB: found.winsB * weight,
      ties: found.ties * weight,
      bothBad: found.bothBad * weight,
    };
    counts.push({ a, b, ...weighed, ...(rater !== null && { rater }) });
  }
  return { counts, ballots: Math.round(ballotCount) };
}

/** With fewer raters votes are taken as independent anyway (lib/rating/rater-clusters.ts). */
export async function isByRater(filter: BoardFilter): Promise<boolean> {
  if (filter.rater !== undefined) return false;
  const found = await withDatabase((db) => db.select({ id: raters.id }).from(raters).limit(FEWEST_RATERS));
  return found.length >= FEWEST_RATERS;
}

const excludedSchema = z.object({ reason: z.string().nullable(), ballots: z.number() });

/** Ballots under the filter that do not count, by reason; one ballot can have several. */
export async function countExcluded(
  filter: BoardFilter,
): Promise<Pick<BoardCounts, 'excluded' | 'excludedBallots'>> {
  const isAll = Object.values(filter).every((value) => value === undefined);
  const joined = sql`join ${ballots} on ${ballots.id} = ${ballotExclusions.ballotId}
    join ${turns} on ${turns.id} = ${ballots.turnId} where ${matchesBoard(filter)}`;
  const rows = await withDatabase((db) =>
    db.execute(sql`select reason, count(distinct ballot_id)::int as ballots
      from ${ballotExclusions} ${isAll ? sql`` : joined}
      group by grouping sets ((reason), ()) order by reason`),
  );
  const parsed = z.array(excludedSchema).parse(rows);
  return {
    excludedBallots: parsed.find(({ reason }) => reason === null)?.ballots ?? 0,
    excluded: Object.fromEntries(
      parsed.flatMap(({ reason, ballots: count }) => (reason === null ? [] : [[reason, count]])),
    ),
  };
}
