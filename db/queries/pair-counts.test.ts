import { eq, getTableColumns, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTransaction, withDatabase } from '#db/client.ts';
import { putBallot } from '#db/queries/ballots.ts';
import { countDifferences, recountBallots } from '#db/queries/pair-counts.ts';
import { checkPairCounts, renewPairCounts } from '#db/queries/rebuild.ts';
import { ballotExclusions } from '#db/schema/ballots.ts';
import { pairCounts } from '#db/schema/pair-counts.ts';
import { addAnsweredTurn, localRater } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { ballotInputSchema } from '#lib/preferences/ballot-schema.ts';
import { ballotPairs } from '#lib/rating/ballot-pairs.ts';
import { mergePairCounts, type PairCount } from '#lib/rating/pair-counts.ts';

setUpTestDatabase();

type Counts = typeof pairCounts.$inferSelect;
const plain = { winsA: 0, winsB: 0, ties: 0, bothBad: 0 };

/** Stored counts as lib/rating takes them: each weighs 2/K. */
function toPairCount(row: Counts): PairCount {
  const { winsA, winsB, ties, bothBad, laneCount } = row;
  const weight = 2 / laneCount;
  return {
    a: row.endpointA,
    b: row.endpointB,
    winsA: winsA * weight,
    winsB: winsB * weight,
    ties: ties * weight,
    bothBad: bothBad * weight,
  };
}

const keyOrder = Object.values(getTableColumns(pairCounts));

const countsOf = (facet: string, value: string) =>
  withDatabase((db) => db.select().from(pairCounts).where(sql`facet = ${facet} and value = ${value}`));

test('the counts are what lib/rating reads from the ballots, through revisions too', async () => {
  const expected = new Map<string, PairCount[]>();
  const judgement = fc.record({
    places: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 4 }),
    allBad: fc.boolean(),
    isRevised: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(judgement, async ({ places, allBad, isRevised }) => {
      const { turn, laneIds, endpoints } = await addAnsweredTurn({ statuses: places.map(() => 'complete') });
      const ranked = allBad
        ? []
        : [0, 1, 2].map((place) => laneIds.filter((_, lane) => places[lane] === place));
      const ranking = ranked.filter((group) => group.length > 0);
      if (isRevised) await putBallot(localRater, turn.id, ballotInputSchema.parse({ ranking: [laneIds] }));
      await putBallot(localRater, turn.id, ballotInputSchema.parse({ ranking, allBad }));
      const idOf = (laneId: string) => endpoints[laneIds.indexOf(laneId)]?.id ?? '';
      const lanes = endpoints.map((endpoint) => endpoint.id);
      const groups = ranking.map((group) => group.map(idOf));
      const pairs = ballotPairs({ lanes, ranking: groups, allBad }).map(({ a, b, outcome, weight }) => ({
        ...{ a, b, ...plain },
        [outcome]: weight,
      }));
      expected.set(turn.id, pairs);
    }),
    { numRuns: 25 },
  );
  const stored = mergePairCounts((await countsOf('all', '')).map(toPairCount));
  expect(stored).toEqual(mergePairCounts([...expected.values()].flat()));
  expect(await inTransaction(countDifferences)).toBe(0);
}, 30_000);

test('every facet holds every ballot once; an excluded one leaves all of them at the rebuild', async () => {
  const { turn, laneIds } = await addAnsweredTurn({ prompt: '证明根号二是无理数' });
  const [a = '', b = ''] = laneIds;
  const { ballot } = await putBallot(localRater, turn.id, ballotInputSchema.parse({ ranking: [[b], [a]] }));
  const day = ballot.createdAt.slice(0, 10);
  const endpointA = sql`(select endpoint_id from lanes where id = ${a}::uuid)`;
  const rowsOf = () =>
    withDatabase((db) => db.select().from(pairCounts).where(sql`endpoint_a = ${endpointA}`));
  const rows = await rowsOf();
  expect(rows.map(({ facet, value }) => `${facet}=${value}`).sort()).toEqual(
    ['all=', 'category=chinese', 'category=maths', `day=${day}`, 'language=zh', 'mode=open'].sort(),
  );
  for (const row of rows) expect(row).toMatchObject({ winsA: 0, winsB: 1, laneCount: 2, cardA: 'card-0' });
  await withDatabase((db) =>
    db.insert(ballotExclusions).values({ ballotId: ballot.id, reason: 'by-hand', source: 'test' }),
  );
  expect(await checkPairCounts()).toEqual({ differences: 1 });
  expect(await renewPairCounts()).toEqual({ differencesBefore: 1, differencesAfter: 0 });
  expect(await rowsOf()).toEqual([]);
});

test('a count or a pair that is wrong is found and put right', async () => {
  const { turn, laneIds } = await addAnsweredTurn({ statuses: ['complete', 'complete', 'complete'] });
  await putBallot(localRater, turn.id, ballotInputSchema.parse({ ranking: laneIds.map((id) => [id]) }));
  const kept = () =>
    withDatabase((db) =>
      db
        .select()
        .from(pairCounts)
        .orderBy(...keyOrder),
    );
  const before = await kept();
  await withDatabase((db) => db.execute(sql`update pair_counts set ties = ties + 1 where facet = 'all'`));
  await withDatabase((db) => db.execute(sql`update ballot_pairs set mode = 'blind' where position_b = 2`));
  expect((await checkPairCounts()).differences).toBeGreaterThan(2);
  expect(await renewPairCounts()).toMatchObject({ differencesAfter: 0 });
  expect(await kept()).toEqual(before);
});

test('recounting takes out what is excluded now and puts it back later', async () => {
  const { turn, laneIds } = await addAnsweredTurn();
  const ranking = laneIds.map((id) => [id]);
  const { ballot } = await putBallot(localRater, turn.id, ballotInputSchema.parse({ ranking }));
  const kept = () =>
    withDatabase((db) =>
      db
        .select()
        .from(pairCounts)
        .orderBy(...keyOrder),
    );
  const before = await kept();
  const reason = { ballotId: ballot.id, reason: 'by-hand', source: 'test' };
  await inTransaction(async (tx) => {
    await tx.insert(ballotExclusions).values(reason);
    await recountBallots(tx, [ballot.id]);
  });
  expect(await inTransaction(countDifferences)).toBe(0);
  expect(await kept()).not.toEqual(before);
  await inTransaction(async (tx) => {
    await tx.delete(ballotExclusions).where(eq(ballotExclusions.ballotId, ballot.id));
    await recountBallots(tx, [ballot.id]);
  });
  expect(await kept()).toEqual(before);
  expect(await inTransaction(countDifferences)).toBe(0);
});
