import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { withDatabase } from '#db/client.ts';
import { filterOf } from '#db/queries/board.ts';
import { listContestants } from '#db/queries/board-contestants.ts';
import { contestantColumns, countRowSchema, countSums, toStoredCounts } from '#db/queries/board-counts.ts';
import { selectDays, selectPairs } from '#db/queries/board-source.ts';
import type { RaterId } from '#lib/rater.ts';
import type { BoardHistory } from '#lib/rating/board-answer.ts';
import type { BoardFilter, BoardQuery } from '#lib/rating/board-schema.ts';
import type { BoardUnit } from '#lib/rating/board-units.ts';
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
  const [contestants, steps] = await Promise.all([listContestants(query.by), readSteps(filter, query.by)]);
  let counts: PairCount[] = [];
  const points = steps.map(({ at, counts: added }) => {
    counts = mergePairCounts([...counts, ...added]);
    return { at, ratings: ratingsAt(counts, query) };
  });
  const seen = new Set(points.flatMap(({ ratings }) => ratings.map(({ id }) => id)));
  return { contestants: [...seen].map(contestants.describe), points };
}

type Step = { at: string; counts: PairCount[] };

const stepSchema = countRowSchema.extend({ at: z.string() });

/** Whole days from kept counts where they answer the filter and there are enough, else parts of the time from kept pairs. */
async function readSteps(filter: BoardFilter, by: BoardUnit): Promise<Step[]> {
  const { mode, language, category, from, to } = filter;
  const isKept = [mode, language, category, from, to].every((value) => value === undefined);
  const days = isKept ? await readDays(filter, by) : [];
  return days.length >= pointCount / 2 ? days : readMoments(filter, by);
}

async function readDays(filter: BoardFilter, by: BoardUnit): Promise<Step[]> {
  return readRows(sql`with days as (${selectDays(filter)}),
    span as (select min(value::date) as first, max(value::date) + 1 as last from days)
    select to_char(least((first + (ceil(bucket * (last - first) / ${pointCount}::float8))::int)::timestamp,
        now() at time zone 'UTC'), ${timeFormat}) as at,
      ${contestantColumns(by)}, null as rater, ${countSums}
    from days cross join span
      cross join lateral (select ceil(${pointCount}::int * (value::date + 1 - first)::float8 / (last - first)) as bucket) as placed
    group by 1, 2, 3 order by 1`);
}

async function readMoments(filter: BoardFilter, by: BoardUnit): Promise<Step[]> {
  return readRows(sql`with pairs as (${selectPairs(filter)}),
    span as (select min(created_at) as first, max(created_at) as last from pairs)
    select to_char((first + (last - first) * bucket / ${pointCount}::int) at time zone 'UTC', ${timeFormat}) as at,
      ${contestantColumns(by)}, null as rater, ${countSums}
    from pairs cross join span
      cross join lateral (select case when first = last then ${pointCount}::int else greatest(1, ceil(
        ${pointCount}::int * extract(epoch from created_at - first) / extract(epoch from last - first)))::int end
        as bucket) as placed
    group by 1, 2, 3 order by 1`);
}

const timeFormat = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

async function readRows(query: SQL): Promise<Step[]> {
  const rows = z.array(stepSchema).parse(await withDatabase((db) => db.execute(query)));
  return [...Map.groupBy(rows, ({ at }) => at)].map(([at, group]) => ({
    at,
    counts: toStoredCounts(group).counts,
  }));
}

function ratingsAt(
  counts: readonly PairCount[],
  query: BoardQuery,
): BoardHistory['points'][number]['ratings'] {
  const { ties, confidence, anchor, anchorRating = 1000 } = query;
  const settings = { ties, confidence, interval: query.interval === 'none' ? 'none' : 'sandwich' } as const;
  const free = leaderboard({ counts }, settings);
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
