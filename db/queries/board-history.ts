import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withDatabase } from '#db/client.ts';
import { filterOf } from '#db/queries/board.ts';
import { countsOf, listContestants } from '#db/queries/board-contestants.ts';
import { judgedPairs, sums, sumsSchema, toPairCount } from '#db/queries/board-scan.ts';
import type { RaterId } from '#lib/rater.ts';
import type { BoardHistory } from '#lib/rating/board-answer.ts';
import type { BoardFilter, BoardQuery } from '#lib/rating/board-schema.ts';
import { leaderboard } from '#lib/rating/leaderboard.ts';
import { mergePairCounts, type PairCount } from '#lib/rating/pair-counts.ts';

/** Moments the board is shown at. */
const pointCount = 24;

/**
 * The board as it stood at evenly spaced moments, each from all votes up to then. Without style and position, and
 * with sandwich intervals also where the board has bootstrap ones.
 */
export async function getBoardHistory(raterId: RaterId, query: BoardQuery): Promise<BoardHistory> {
  const filter = filterOf(raterId, query);
  const [contestants, steps] = await Promise.all([listContestants(query.by), readSteps(filter)]);
  const counts: PairCount[] = [];
  const points = steps.map(({ at, counts: added }) => {
    counts.push(...countsOf(contestants, added));
    return { at, ratings: ratingsAt(counts, query) };
  });
  const seen = new Set(points.flatMap(({ ratings }) => ratings.map(({ id }) => id)));
  return { contestants: [...seen].map(contestants.describe), points };
}

type Step = { at: string; counts: PairCount[] };

const stepSchema = sumsSchema.extend({ bucket: z.number(), at: z.coerce.date() });

async function readSteps(filter: BoardFilter): Promise<Step[]> {
  const rows = await withDatabase((db) =>
    db.execute(sql`${judgedPairs(filter)},
      span as (select min(created_at) as first, max(created_at) as last from pairs),
      placed as (
        select pairs.*, first, last, case when first = last then ${pointCount}::int else
          greatest(1, ceil(${pointCount}::int * extract(epoch from created_at - first)
            / extract(epoch from last - first)))::int end as bucket
        from pairs cross join span
      )
      select bucket, first + (last - first) * bucket / ${pointCount}::int as at, a, b, null::text as rater, ${sums}
      from placed group by bucket, first, last, a, b order by bucket`),
  );
  const parsed = rows.map((row) => stepSchema.parse(row));
  return [...Map.groupBy(parsed, ({ bucket }) => bucket).values()].map((group) => ({
    at: group[0]?.at.toISOString() ?? '',
    counts: group.map(toPairCount),
  }));
}

function ratingsAt(
  counts: readonly PairCount[],
  query: BoardQuery,
): BoardHistory['points'][number]['ratings'] {
  const { ties, confidence, anchor, anchorRating = 1000 } = query;
  const settings = { ties, confidence, interval: query.interval === 'none' ? 'none' : 'sandwich' } as const;
  const votes = mergePairCounts(counts);
  const free = leaderboard({ counts: votes }, settings);
  const own = free.rows.find(({ id }) => id === anchor)?.rating;
  // Before the anchor was ranked the scale is the board's own.
  const shift = own == null ? 0 : anchorRating - own;
  return free.rows.flatMap(({ id, rating, lower, upper }) =>
    rating === null
      ? []
      : [
          {
            id,
            rating: rating + shift,
            lower: lower === null ? null : lower + shift,
            upper: upper === null ? null : upper + shift,
          },
        ],
  );
}
