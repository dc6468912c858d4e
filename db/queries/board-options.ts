import { inArray, sql } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';
import { pairCounts } from '#db/schema/pair-counts.ts';
import type { BoardOptions } from '#lib/rating/board-answer.ts';

/** Languages and categories that ballots have, those with most ballots first. */
export async function listBoardOptions(): Promise<BoardOptions> {
  const { facet, value } = pairCounts;
  const pairs = sql`(wins_a + wins_b + ties + both_bad) / (lane_count * (lane_count - 1) / 2.0)`;
  const ballots = sql<number>`round(sum(${pairs}))::int`;
  const rows = await withDatabase((db) =>
    db
      .select({ facet, value, ballots })
      .from(pairCounts)
      .where(inArray(facet, ['language', 'category']))
      .groupBy(facet, value)
      .having(sql`${ballots} > 0`)
      .orderBy(sql`3 desc`, value),
  );
  const of = (wanted: string) =>
    rows.filter((row) => row.facet === wanted).map((row) => ({ value: row.value, ballots: row.ballots }));
  return { languages: of('language'), categories: of('category') };
}
