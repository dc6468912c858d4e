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
import { type PairCount, WEIGHT_PARTS } from '#lib/rating/pair-counts.ts';
import { FEWEST_RATERS } from '#lib/rating/rater-clusters.ts';

/** Contestants of a row of counts: endpoints, or the cards their answers came from (endpoints without one stand alone). */
export function contestantColumns(by: BoardUnit): SQL {
  return by === 'endpoint'
    ? sql`endpoint_a as a, endpoint_b as b`
    : sql`coalesce(nullif(card_a, ''), endpoint_a) as a, coalesce(nullif(card_b, ''), endpoint_b) as b`;
}

/**
 * A ballot over K lanes is K(K-1)/2 counts of weight 2/K. Summed in whole parts of a weight, exact in any order.
 * @param isInOrder condition under which a stays a; else the two change places.
 */
function weighedSums(isInOrder: string): SQL {
  const weighed = (count: string) => `sum(${count} * (${2 * WEIGHT_PARTS} / lane_count))::float8`;
  const either = (one: string, other: string) => `(case when ${isInOrder} then ${one} else ${other} end)`;
  return sql.raw(`${weighed(either('wins_a', 'wins_b'))} as "winsA", ${weighed(either('wins_b', 'wins_a'))} as "winsB",
    ${weighed('ties')} as ties, ${weighed('both_bad')} as "bothBad",
    sum((wins_a + wins_b + ties + both_bad) * (${2 * WEIGHT_PARTS} / (lane_count * (lane_count - 1))))::float8 as ballots`);
}

/** With a the one that was shown first. */
export const countSums = weighedSums('true');

export const countRowSchema = z.object({
  a: z.string(),
  b: z.string(),
  rater: z.string().nullable(),
  winsA: z.number(),
  winsB: z.number(),
  ties: z.number(),
  bothBad: z.number(),
  ballots: z.number(),
});
type CountRow = z.infer<typeof countRowSchema>;

export type StoredCounts = {
  /** Pairs of a contestant with itself left out. */
  counts: PairCount[];
  ballots: number;
};

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
  const stored = sql`select *, ${contestantColumns(by)}, ${rater} as rater from (${selectCounts(filter)}) as stored`;
  const select =
    places === 'kept'
      ? sql`select a, b, rater, ${countSums}`
      : sql`select least(a, b) as a, greatest(a, b) as b, rater, ${weighedSums('a <= b')}`;
  const rows = await withDatabase((db) =>
    db.execute(sql`${select} from (${stored}) as counts group by 1, 2, 3`),
  );
  return toStoredCounts(z.array(countRowSchema).parse(rows));
}

/** From parts to weights. */
export function toStoredCounts(rows: readonly CountRow[]): StoredCounts {
  let ballotParts = 0;
  const counts: PairCount[] = [];
  for (const { a, b, rater, ballots, ...sums } of rows) {
    ballotParts += ballots;
    if (a === b) continue;
    const weights = {
      winsA: sums.winsA / WEIGHT_PARTS,
      winsB: sums.winsB / WEIGHT_PARTS,
      ties: sums.ties / WEIGHT_PARTS,
      bothBad: sums.bothBad / WEIGHT_PARTS,
    };
    counts.push(rater === null ? { a, b, ...weights } : { a, b, ...weights, rater });
  }
  return { counts, ballots: Math.round(ballotParts / WEIGHT_PARTS) };
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
