import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withDatabase } from '#db/client.ts';
import { contestantColumns } from '#db/queries/board-counts.ts';
import { matchesNewest } from '#db/queries/board-filter.ts';
import { selectBallotPairs } from '#db/queries/pair-contributions.ts';
import type { BoardFilter } from '#lib/rating/board-schema.ts';
import type { BoardUnit } from '#lib/rating/board-units.ts';
import type { ContextualVote } from '#lib/rating/contextual-observations.ts';
import { pairOutcomes } from '#lib/rating/pair-counts.ts';

/** Style belongs to single votes, so ballots are read one by one: the newest, up to here. */
export const newestLimit = 50_000;

export type StoredVote = ContextualVote & { ballotId: string };

const styleSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]).or(z.null());

const voteSchema = z.object({
  ballot: z.string(),
  a: z.string(),
  b: z.string(),
  rater: z.string(),
  outcome: z.enum(pairOutcomes),
  laneCount: z.number(),
  styleA: styleSchema,
  styleB: styleSchema,
});

/** Single votes with what could have swayed them, oldest first; a was shown before b. */
export async function listVotes(
  filter: BoardFilter,
  { by, byRater }: { by: BoardUnit; byRater: boolean },
): Promise<StoredVote[]> {
  const style = (side: 'a' | 'b') => {
    const column = sql.identifier(`style_${side}`);
    return sql`case when array_position(${column}, null) is null then to_jsonb(${column}) end`;
  };
  const rows = await withDatabase((db) =>
    db.execute(sql`select ballot_id as ballot, ${contestantColumns(by)}, rater_id as rater, lane_count as "laneCount",
        case when wins_a = 1 then 'winsA' when wins_b = 1 then 'winsB' when ties = 1 then 'ties' else 'bothBad' end
          as outcome, ${style('a')} as "styleA", ${style('b')} as "styleB"
      from (${selectBallotPairs(matchesNewest(filter, newestLimit))}) as pairs
      order by created_at, ballot_id, response_a, response_b`),
  );
  return z
    .array(voteSchema)
    .parse(rows)
    .map(({ ballot, a, b, rater, outcome, laneCount, styleA, styleB }) => ({
      ballotId: ballot,
      a,
      b,
      outcome,
      weight: 2 / laneCount,
      first: 'a' as const,
      ...(byRater && { rater }),
      style: toStyles(styleA, styleB),
    }));
}

type StoredStyle = z.infer<typeof styleSchema>;

/** Ballots from before styles were kept tell nothing of them: no difference is assumed. */
function toStyles(a: StoredStyle, b: StoredStyle): NonNullable<ContextualVote['style']> {
  const named = (style: StoredStyle) => {
    const [tokens, headers, lists, bold] = (a && b && style) ?? [0, 0, 0, 0];
    return { tokens, headers, lists, bold };
  };
  return { a: named(a), b: named(b) };
}
