import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withDatabase } from '#db/client.ts';
import { matchesNewest } from '#db/queries/board-filter.ts';
import { selectBallotPairs } from '#db/queries/pair-contributions.ts';
import type { BoardFilter } from '#lib/rating/board-schema.ts';
import { type SwapConsistency, swapConsistency } from '#lib/rating/swap-consistency.ts';

const voteSchema = z.object({
  item: z.string(),
  isFirstShownFirst: z.boolean(),
  choice: z.enum(['first', 'second', 'neither']),
});

/** Among the newest ballots: the same rater, prompt and endpoints again, with the sides swapped. */
export async function readConsistency(filter: BoardFilter, limit: number): Promise<SwapConsistency> {
  const rows = await withDatabase((db) =>
    db.execute(sql`with asked as (
        select jsonb_build_array(rater_id, prompt_hash, least(endpoint_a, endpoint_b),
            greatest(endpoint_a, endpoint_b))::text as item,
          endpoint_a < endpoint_b as "isFirstShownFirst",
          case when wins_a + wins_b = 0 then 'neither'
            when (wins_a = 1) = (endpoint_a < endpoint_b) then 'first' else 'second' end as choice
        from (${selectBallotPairs(matchesNewest(filter, limit))}) as pairs
        where endpoint_a <> endpoint_b and prompt_hash is not null
      ), ordered as (
        select *, bool_or("isFirstShownFirst") over same and not bool_and("isFirstShownFirst") over same as is_swapped
        from asked window same as (partition by item)
      )
      select item, "isFirstShownFirst", choice from ordered where is_swapped`),
  );
  return swapConsistency(z.array(voteSchema).parse(rows));
}
