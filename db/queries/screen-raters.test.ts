import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { getBoard } from '#db/queries/board.ts';
import { getBoardAgreement } from '#db/queries/board-agreement.ts';
import { getBoardRobustness } from '#db/queries/board-robustness.ts';
import { countDifferences, rebuildPairCounts } from '#db/queries/pair-counts.ts';
import { screenRaters } from '#db/queries/screen-raters.ts';
import { localRater } from '#db/testing/rows.ts';
import { seedBallots, seededEndpoint } from '#db/testing/seed-ballots.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { boardQuerySchema } from '#lib/rating/board-schema.ts';

setUpTestDatabase();

const query = boardQuerySchema.parse({ ties: 'drop' });
const none = { excludedRaters: 0, excluded: 0, restored: 0 };

test('a single rater is not tested against nobody', async () => {
  await seedBallots({ ballots: 1200, endpoints: 3, raters: 1 });
  expect(await screenRaters()).toEqual({ raters: 0, ...none });
});

test('whoever turns every verdict about is left out with all ballots, and counts again when cleared', async () => {
  const turned = 'seed-rater-2';
  await seedStrong();
  expect(await screenRaters()).toMatchObject({ raters: 6, ...none });
  const honest = await getBoard(localRater, query);
  await turnAbout(turned);
  const screened = await screenRaters();
  expect(screened).toMatchObject({ raters: 6, excludedRaters: 1, restored: 0 });
  expect(screened.excluded).toBeGreaterThan(50);
  const board = await getBoard(localRater, query);
  expect(board.counts.excluded).toEqual({ 'rater-anomaly': screened.excluded });
  expect((await getBoardAgreement(localRater, query)).screening).toEqual({ raters: 6, excludedRaters: 1 });
  expect(await screenRaters()).toMatchObject({ excludedRaters: 1, excluded: 0, restored: 0 });
  await turnAbout(turned);
  expect(await screenRaters()).toMatchObject({ excludedRaters: 0, restored: screened.excluded });
  expect((await getBoard(localRater, query)).digest).toBe(honest.digest);
  expect(await inTransaction(countDifferences)).toBe(0);
}, 30_000);

test('the first place falls when as many votes as said are turned, and not with one less', async () => {
  const { topChange } = await getBoardRobustness(localRater, query);
  expect(topChange?.leader.id).toBe(seededEndpoint(2));
  expect(topChange?.votes).toBeGreaterThan(1);
  expect(topChange?.share).toBeGreaterThan(0);
  expect(await getBoardRobustness(localRater, { ...query, ties: 'davidson' })).toMatchObject({
    ties: 'half',
  });
  expect(await getBoardRobustness(localRater, { ...query, category: 'none' })).toMatchObject({
    topChange: null,
  });
});

/** Six raters who nearly always prefer the endpoint with the greater number. */
async function seedStrong(): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.execute(sql`insert into raters (id) select 'seed-rater-' || i from generate_series(2, 6) i`);
    await tx.execute(sql`update ballots set rater_id = case i % 6 when 0 then 'local' else 'seed-rater-' || 1 + i % 6 end
      from (select id, row_number() over (order by id) as i from ballots) as numbered where numbered.id = ballots.id`);
    await tx.execute(sql`update ballot_lanes set rank = case when rival.endpoint_id > ballot_lanes.endpoint_id then 2 else 1 end
      from ballot_lanes as rival join ballots on ballots.id = rival.ballot_id
      where rival.ballot_id = ballot_lanes.ballot_id and rival.lane_id <> ballot_lanes.lane_id and outcome = 'win'
        and ('x' || right(md5(ballots.id::text), 2))::bit(8)::int > 25`);
    await rebuildPairCounts(tx);
  });
}

async function turnAbout(rater: string): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.execute(sql`update ballot_lanes set rank = 3 - rank from ballots
      where ballots.id = ballot_id and rater_id = ${rater} and outcome = 'win'`);
    await rebuildPairCounts(tx);
  });
}
