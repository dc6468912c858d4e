import { sql } from 'drizzle-orm';
import { inTransaction, type Transaction } from '#db/client.ts';
import { countDifferences, rebuildPairCounts } from '#db/queries/pair-counts.ts';

/** How many kept counts differ from what the ballots say. */
export function checkPairCounts(): Promise<{ differences: number }> {
  return inTransaction(async (tx) => {
    await takeTime(tx);
    return { differences: await countDifferences(tx) };
  });
}

/** Counts all ballots anew; ballots that come meanwhile wait. */
export function renewPairCounts(): Promise<{ differencesBefore: number; differencesAfter: number }> {
  return inTransaction(async (tx) => {
    await takeTime(tx);
    await tx.execute(
      sql`lock table ballots, ballot_lanes, ballot_exclusions, ballot_tags, ballot_pairs, pair_counts in exclusive mode`,
    );
    const differencesBefore = await countDifferences(tx);
    if (differencesBefore > 0) await rebuildPairCounts(tx);
    return { differencesBefore, differencesAfter: await countDifferences(tx) };
  });
}

/** All ballots take longer than a page may. */
async function takeTime(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local statement_timeout = 0`);
}
