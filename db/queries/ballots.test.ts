import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inTransaction, withDatabase } from '#db/client.ts';
import { getBallot, putBallot } from '#db/queries/ballots.ts';
import { getComparisonDetail } from '#db/queries/comparison-detail.ts';
import { countDifferences } from '#db/queries/pair-counts.ts';
import { getTurn } from '#db/queries/turns.ts';
import { ballotLanes, ballotRevisions, ballots } from '#db/schema/ballots.ts';
import { turns } from '#db/schema/turns.ts';
import { addAnsweredTurn, addRater, localRater } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { type BallotInput, ballotInputSchema } from '#lib/preferences/ballot-schema.ts';

setUpTestDatabase();

const ballotOf = (input: Partial<BallotInput>) => ballotInputSchema.parse(input);

async function addTwo(options: Parameters<typeof addAnsweredTurn>[0] = {}) {
  const answered = await addAnsweredTurn(options);
  const [a = '', b = '', c = ''] = answered.laneIds;
  return { ...answered, a, b, c, turnId: answered.turn.id };
}

const rowsOf = (turnId: string) =>
  withDatabase((db) => db.select().from(ballots).where(eq(ballots.turnId, turnId)));

test('keeps a ranking, its lanes and its first revision, and reveals the models', async () => {
  const { a, b, c, turnId, endpoints } = await addTwo({ statuses: ['complete', 'complete', 'complete'] });
  const { ballot, reveal, isNew } = await putBallot(
    localRater,
    turnId,
    ballotOf({ ranking: [[b], [c, a]], strength: 3, ratings: { [a]: { comment: '好' } }, durationMs: 900 }),
  );
  expect(isNew).toBe(true);
  expect(ballot).toMatchObject({ ranking: [[b], [a, c]], strength: 3, revision: 1, mode: 'open' });
  expect(await getBallot(localRater, turnId)).toEqual(ballot);
  expect(reveal.map((lane) => lane.endpointId)).toEqual(endpoints.map((endpoint) => endpoint.id));
  const lanes = await withDatabase((db) =>
    db
      .select()
      .from(ballotLanes)
      .where(eq(ballotLanes.ballotId, ballot.id))
      .orderBy(asc(ballotLanes.position)),
  );
  expect(lanes.map(({ rank, isWinner }) => [rank, isWinner])).toEqual([
    [2, false],
    [1, true],
    [2, false],
  ]);
  const [row] = await rowsOf(turnId);
  expect(row).toMatchObject({ outcome: 'win', hasComment: true });
});

test('the same ballot again changes nothing; another one is a revision that keeps the first', async () => {
  const { a, b, turnId } = await addTwo();
  const first = ballotOf({ ranking: [[a], [b]], durationMs: 100 });
  await putBallot(localRater, turnId, first);
  const again = await putBallot(localRater, turnId, { ...first, durationMs: 999 });
  expect(again).toMatchObject({ isNew: false, ballot: { revision: 1, durationMs: 100 } });
  const revised = await putBallot(localRater, turnId, ballotOf({ ranking: [[a, b]] }));
  expect(revised).toMatchObject({ isNew: false, ballot: { revision: 2, ranking: [[a, b]] } });
  const tieAgain = await putBallot(localRater, turnId, ballotOf({ ranking: [[b, a]] }));
  expect(tieAgain.ballot.revision).toBe(2);
  const revisions = await withDatabase((db) =>
    db
      .select({ content: ballotRevisions.content })
      .from(ballotRevisions)
      .where(eq(ballotRevisions.ballotId, revised.ballot.id))
      .orderBy(asc(ballotRevisions.revision)),
  );
  expect(revisions).toMatchObject([{ content: { ranking: [[a], [b]] } }, { content: { ranking: [[a, b]] } }]);
});

test('twenty ballots at once are one row; different ones are revisions without a gap', async () => {
  const same = await addTwo();
  const input = ballotOf({ ranking: [[same.a], [same.b]] });
  const results = await Promise.all(
    Array.from({ length: 20 }, () => putBallot(localRater, same.turnId, input)),
  );
  expect(results.filter((result) => result.isNew)).toHaveLength(1);
  expect(await rowsOf(same.turnId)).toMatchObject([{ revision: 1 }]);

  const other = await addTwo();
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      putBallot(localRater, other.turnId, ballotOf({ allBad: true, comment: `${index}` })),
    ),
  );
  expect(await rowsOf(other.turnId)).toMatchObject([{ revision: 20, outcome: 'all-bad' }]);
});

test('answers that failed, were stopped, are missing or empty cannot be ranked, but rated', async () => {
  const { a, b, turnId } = await addTwo({ statuses: ['complete', 'failed'] });
  const rankBoth = putBallot(localRater, turnId, ballotOf({ ranking: [[a], [b]] }));
  await expect(rankBoth).rejects.toMatchObject({ code: 'lane-not-rankable' });
  const rated = await putBallot(localRater, turnId, ballotOf({ ratings: { [b]: { thumb: 'down' } } }));
  expect(rated.ballot.ratings).toEqual({ [b]: { thumb: 'down' } });
  const none = await addTwo({ statuses: ['stopped', 'interrupted'] });
  const allBad = putBallot(localRater, none.turnId, ballotOf({ allBad: true }));
  await expect(allBad).rejects.toMatchObject({ code: 'lane-not-rankable' });
});

test('names lanes of other turns by field', async () => {
  const { a, turnId } = await addTwo();
  const { b: strange } = await addTwo();
  await expect(
    putBallot(localRater, turnId, ballotOf({ ranking: [[a], [strange]], ratings: { [strange]: {} } })),
  ).rejects.toMatchObject({
    code: 'invalid-request',
    details: [{ path: 'ranking' }, { path: `ratings.${strange}` }],
  });
});

test('while blind nothing tells the models apart; after the ballot everything is there', async () => {
  const { a, b, turnId, comparison } = await addTwo({ isBlind: true, statuses: ['complete', 'failed'] });
  const hidden = JSON.stringify([
    await getTurn(localRater, turnId),
    await getComparisonDetail(localRater, comparison.id),
  ]);
  for (const hint of [
    'Model 0',
    'card-0',
    '7B',
    'http-429',
    '"attempts":2',
    'durationMs":20',
    '"stop"',
    'Hm',
  ]) {
    expect(hidden).not.toContain(hint);
  }
  await putBallot(localRater, turnId, ballotOf({ ratings: { [a]: { overall: 5 }, [b]: {} } }));
  const seen = await getComparisonDetail(localRater, comparison.id);
  expect(seen.lanes.map((lane) => lane.name)).toEqual(['Model 0', 'Model 1']);
  expect(seen.turns[0]?.responses[0]).toMatchObject({ attempts: 2, costUsd: 0.5, finishReason: 'stop' });
  expect(seen.ballots).toMatchObject([{ mode: 'blind', turnId }]);
});

test('a blind ballot is final, and given once even when it arrives twice', async () => {
  const { a, b, turnId } = await addTwo({ isBlind: true });
  const input = ballotOf({ ranking: [[a], [b]] });
  await putBallot(localRater, turnId, input);
  expect((await putBallot(localRater, turnId, input)).ballot.revision).toBe(1);
  const other = putBallot(localRater, turnId, ballotOf({ ranking: [[b], [a]] }));
  await expect(other).rejects.toMatchObject({ code: 'ballot-final' });
});

test('a blind turn is not revealed before its answers are complete', async () => {
  const { a, b, turnId } = await addTwo({ isBlind: true });
  await withDatabase((db) => db.update(turns).set({ status: 'running' }).where(eq(turns.id, turnId)));
  const early = putBallot(localRater, turnId, ballotOf({ ranking: [[a], [b]] }));
  await expect(early).rejects.toMatchObject({ code: 'conflict' });
});

test('nobody judges or reads for somebody else', async () => {
  const other = await addRater('stranger');
  const { turnId } = await addTwo();
  await putBallot(localRater, turnId, ballotOf({ allBad: true }));
  await expect(getBallot(other, turnId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(putBallot(other, turnId, ballotOf({ allBad: true }))).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('ballots of one moment are stored together; a refusal touches no other', async () => {
  const turnsAtOnce: Awaited<ReturnType<typeof addTwo>>[] = [];
  for (let count = 0; count < 6; count += 1) turnsAtOnce.push(await addTwo({ prompt: 'The same question' }));
  const [first, broken] = [turnsAtOnce[0], await addTwo({ statuses: ['failed', 'complete'] })];
  await putBallot(localRater, first?.turnId ?? '', ballotOf({ allBad: true }));
  const results = await Promise.allSettled(
    [...turnsAtOnce, broken].map(({ a, b, turnId }) =>
      putBallot(localRater, turnId, ballotOf({ ranking: [[a], [b]] })),
    ),
  );
  expect(results.map(({ status }) => status)).toEqual([...turnsAtOnce.map(() => 'fulfilled'), 'rejected']);
  const revisions = results.map((result) =>
    result.status === 'fulfilled' ? result.value.ballot.revision : 'none',
  );
  expect(revisions).toEqual([2, 1, 1, 1, 1, 1, 'none']);
  for (const { turnId } of turnsAtOnce) {
    expect(await rowsOf(turnId)).toMatchObject([{ outcome: 'win' }]);
    expect(await getBallot(localRater, turnId)).toMatchObject({ turnId });
  }
  expect(await inTransaction(countDifferences)).toBe(0);
});
