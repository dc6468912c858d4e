import { inArray, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inTransaction, withDatabase } from '#db/client.ts';
import { putBallot } from '#db/queries/ballots.ts';
import { getBoard } from '#db/queries/board.ts';
import { getBoardAgreement } from '#db/queries/board-agreement.ts';
import { readCounts } from '#db/queries/board-counts.ts';
import { getBoardHistory } from '#db/queries/board-history.ts';
import { getBoardMatrix } from '#db/queries/board-matrix.ts';
import { listBoardOptions } from '#db/queries/board-options.ts';
import { rebuildPairCounts } from '#db/queries/pair-counts.ts';
import { ballotExclusions, ballotLanes } from '#db/schema/ballots.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { addAnsweredTurn, addRater, localRater } from '#db/testing/rows.ts';
import { seedBallots, seededEndpoint, seededStrength } from '#db/testing/seed-ballots.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { type BoardQuery, boardFilterSchema, boardQuerySchema } from '#lib/rating/board-schema.ts';
import { mergePairCounts } from '#lib/rating/pair-counts.ts';
import { POINTS } from '#lib/rating/scale.ts';

setUpTestDatabase();

const parse = (query: Record<string, string>): BoardQuery => boardQuerySchema.parse(query);
const ask = (query: Record<string, string> = {}) => getBoard(localRater, parse(query));
const until = new Date('2026-03-01T00:00:00Z');
const endpointCount = 5;
const seeded = 4000;

test('without ballots there is an empty board, matrix, history and agreement', async () => {
  expect(await ask()).toMatchObject({ rows: [], method: 'none', counts: { ballots: 0, pairs: 0 } });
  expect((await getBoardMatrix(localRater, parse({}))).contestants).toEqual([]);
  expect((await getBoardHistory(localRater, parse({}))).points).toEqual([]);
  const agreement = await getBoardAgreement(localRater, parse({}));
  expect(agreement).toMatchObject({
    raters: 0,
    sharedItems: 0,
    alpha: null,
    position: { votes: 0, share: null },
  });
});

test('strengths are found again from seeded ballots', async () => {
  await seedBallots({ ballots: seeded, endpoints: endpointCount, until });
  const board = await ask({ ties: 'drop' });
  expect(board.counts).toMatchObject({ ballots: seeded, pairs: seeded, excludedBallots: 0 });
  expect(board.method).toBe('sandwich');
  expect(board.rows.map(({ id }) => id)).toEqual([4, 3, 2, 1, 0].map(seededEndpoint));
  for (const [place, row] of board.rows.entries()) {
    const truth = 1000 + POINTS * seededStrength(endpointCount - 1 - place, endpointCount);
    expect(Math.abs((row.rating ?? 0) - truth)).toBeLessThan(20);
  }
});

test('filters choose ballots, and parts add up to the whole', async () => {
  const middle = '2026-02-14T00:00:00Z';
  const parts: [Record<string, string>, Record<string, string>][] = [
    [{ mode: 'open' }, { mode: 'blind' }],
    [{ to: middle }, { from: middle }],
    [{ rater: 'me' }, { rater: 'nobody' }],
    [{ language: 'zh' }, { language: 'en' }],
    [{ category: 'chinese' }, { language: 'en' }],
    [{ to: '2026-02-14T08:30:00+08:00' }, { from: '2026-02-14T08:30:00+08:00' }],
  ];
  for (const [one, other] of parts) {
    const [first, second] = [await ask(one), await ask(other)];
    expect(first.counts.ballots + second.counts.ballots).toBe(seeded);
    expect(first.counts.pairs + second.counts.pairs).toBe(seeded);
    expect(first.digest).not.toBe(second.digest);
  }
});

test('kept counts, days and single ballots tell the same', async () => {
  const counts = async (filter: Record<string, string>) => {
    const found = await readCounts(boardFilterSchema.parse(filter), 'endpoint');
    return { ...found, counts: mergePairCounts(found.counts) };
  };
  const [from, to] = ['2026-02-10T17:00:00Z', '2026-02-20T05:00:00Z'];
  const everything = { from: '2020-01-01T00:00:00Z', to: '2030-01-01T12:00:00Z' };
  expect(await counts(everything)).toEqual(await counts({}));
  // Two filters at once are read from single ballots; the second one leaves out nothing.
  for (const filter of [{ mode: 'blind' }, { language: 'zh' }, { category: 'code' }]) {
    expect(await counts({ ...filter, ...everything })).toEqual(await counts(filter));
  }
  const [timed, zh, en] = [{ from, to }, { language: 'zh' }, { language: 'en' }];
  const [some, other] = [await counts({ ...timed, ...zh }), await counts({ ...timed, ...en })];
  const both = mergePairCounts([...some.counts, ...other.counts]);
  expect((await counts(timed)).counts).toEqual(both);
});

test('options are what ballots have', async () => {
  const { languages, categories } = await listBoardOptions();
  expect(languages.map(({ value }) => value)).toEqual(['en', 'zh']);
  expect(languages.reduce((sum, { ballots }) => sum + ballots, 0)).toBe(seeded);
  expect(categories.map(({ value }) => value)).toEqual(['chinese', 'code']);
});

test('position and style are controlled for', async () => {
  const position = await ask({ position: 'true' });
  expect(position.extras.map(({ name }) => name)).toEqual(['position']);
  expect(Math.abs(position.extras[0]?.value ?? 1)).toBeLessThan(0.1);
  expect(position.sample).toBeNull();
  const both = await ask({ position: 'true', style: 'true' });
  expect(both.extras.map(({ name }) => name)).toEqual(['tokens', 'headers', 'lists', 'bold', 'position']);
  expect(both.sample).toBeNull();
  expect(both.digest).not.toBe(position.digest);
});

test('an anchor shifts the scale, and must be ranked', async () => {
  const anchored = await ask({ anchor: seededEndpoint(2), anchorRating: '1500' });
  expect(anchored.rows.find(({ id }) => id === seededEndpoint(2))?.rating).toBeCloseTo(1500, 9);
  await expect(ask({ anchor: 'nobody' })).rejects.toMatchObject({
    code: 'invalid-request',
    details: [{ path: 'anchor' }],
  });
});

test('the matrix counts every vote twice, once a side, and P(better) is antisymmetric', async () => {
  const { contestants, battles, wins, shares, better } = await getBoardMatrix(localRater, parse({}));
  expect(contestants).toHaveLength(endpointCount);
  expect(battles.flat().reduce((sum, games) => sum + games, 0)).toBe(2 * seeded);
  for (const i of contestants.keys()) {
    expect(shares[i]?.[i]).toBeNull();
    for (const j of contestants.keys()) {
      if (i === j) continue;
      expect((shares[i]?.[j] ?? 0) + (shares[j]?.[i] ?? 0)).toBeCloseTo(1, 12);
      expect((better[i]?.[j] ?? 0) + (better[j]?.[i] ?? 0)).toBeCloseTo(1, 12);
      expect((wins[i]?.[j] ?? 0) + (wins[j]?.[i] ?? 0)).toBeLessThanOrEqual(battles[i]?.[j] ?? 0);
    }
  }
});

test('the last point of the history is the board', async () => {
  const { points } = await getBoardHistory(localRater, parse({}));
  const board = await ask();
  expect(points).toHaveLength(24);
  expect(points.at(-1)?.at).toBe('2026-03-02T00:00:00.000Z');
  const last = new Map(points.at(-1)?.ratings.map(({ id, rating }) => [id, rating]));
  for (const { id, rating } of board.rows) expect(last.get(id)).toBeCloseTo(rating ?? 0, 9);
  const blind = await getBoardHistory(localRater, parse({ mode: 'blind' }));
  expect(blind.points).toHaveLength(24);
  const anchored = await getBoardHistory(localRater, parse({ anchor: seededEndpoint(0) }));
  expect(anchored.points.at(-1)?.ratings.find(({ id }) => id === seededEndpoint(0))?.rating).toBe(1000);
});

test('length counts for nothing where answers are padded at random; position neither', async () => {
  const { position, length, sample } = await getBoardAgreement(localRater, parse({}));
  expect(sample.isAll).toBe(true);
  for (const bias of [position, length]) {
    expect(bias.votes).toBeGreaterThan(1000);
    expect(bias.share).toBeGreaterThan(0.46);
    expect(bias.share).toBeLessThan(0.54);
  }
});

test('two raters of the same answers agree fully, until one of them turns about', async () => {
  const second = await addRater('second');
  const copy = async (from: number, to: number, isTurned: boolean) => {
    const place = (lane: number) => (isTurned ? 1 - lane : lane);
    await withDatabase((db) =>
      db.execute(sql`with copied as (
          insert into ballots (id, turn_id, rater_id, ranking, all_bad, ratings, mode, outcome, has_comment)
          select gen_random_uuid(), turn_id, ${second}, ranking, all_bad, ratings, mode, outcome, false from ballots
          where outcome = 'win' order by id offset ${from} limit ${to - from} returning id, turn_id
        )
        insert into ballot_lanes (ballot_id, lane_id, response_id, position, endpoint_id, rank, is_winner)
        select copied.id, own.lane_id, own.response_id, own.position, own.endpoint_id, judged.rank, judged.is_winner
        from copied join ballots on ballots.turn_id = copied.turn_id and ballots.rater_id = 'local'
          join ballot_lanes own on own.ballot_id = ballots.id
          join ballot_lanes judged on judged.ballot_id = ballots.id
            and judged.position = case own.position when 0 then ${place(0)}::int else ${place(1)}::int end`),
    );
  };
  await copy(0, 50, false);
  const agreed = await getBoardAgreement(localRater, parse({}));
  expect(agreed).toMatchObject({ raters: 2, sharedItems: 50, alpha: 1, cohen: { kappa: 1 }, fleiss: 1 });
  expect(agreed.percent).toEqual({ agreeing: 50, pairs: 50, share: 1 });
  await copy(50, 100, true);
  const half = await getBoardAgreement(localRater, parse({}));
  expect(half.percentWithoutTies.share).toBe(0.5);
  expect(Math.abs(half.cohen?.kappa ?? 1)).toBeLessThan(0.2);
  await withDatabase((db) =>
    db.execute(sql`with gone as (delete from ballot_lanes using ballots
      where ballots.id = ballot_id and rater_id = ${second} returning ballot_id)
      delete from ballots where rater_id = ${second}`),
  );
});

test('a ballot of four lanes weighs as much as three games, at the next load', async () => {
  const before = await ask();
  const { turn, laneIds } = await addAnsweredTurn({ statuses: Array(4).fill('complete') });
  const { ballot } = await putBallot(localRater, turn.id, {
    ranking: laneIds.map((id) => [id]),
    allBad: false,
    ratings: {},
  });
  const after = await ask();
  expect(after.counts.ballots).toBe(before.counts.ballots + 1);
  expect(after.counts.pairs).toBeCloseTo(before.counts.pairs + 3, 9);
  expect(after.digest).not.toBe(before.digest);
  const names = ['Model 0', 'Model 1', 'Model 2', 'Model 3'];
  const added = after.rows.slice(endpointCount);
  expect(added.map(({ name }) => name).sort()).toEqual(names);
  expect(added.map(({ status }) => status)).toEqual(Array(4).fill('not-rankable'));

  await inTransaction(async (tx) => {
    await tx.insert(ballotExclusions).values({ ballotId: ballot.id, reason: 'by-hand', source: 'test' });
    await rebuildPairCounts(tx);
  });
  const without = await ask();
  expect(without.digest).toBe(before.digest);
  expect(without.counts).toMatchObject({ excludedBallots: 1, excluded: { 'by-hand': 1 } });
  expect(without.rows.slice(endpointCount).map((row) => row.status === 'not-rankable' && row.reason)).toEqual(
    Array(4).fill('no-battles'),
  );
});

test('endpoints that serve one card are one contestant', async () => {
  const served = [seededEndpoint(0), seededEndpoint(1)];
  await inTransaction(async (tx) => {
    await tx.update(ballotLanes).set({ cardId: 'eliza' }).where(inArray(ballotLanes.endpointId, served));
    await tx.update(endpoints).set({ cardId: 'eliza' }).where(inArray(endpoints.id, served));
    await rebuildPairCounts(tx);
  });
  const board = await ask({ by: 'card' });
  const merged = board.rows.find(({ id }) => id === 'eliza');
  expect(merged).toMatchObject({ name: 'ELIZA', status: 'ranked' });
  expect(board.rows.some(({ id }) => id === seededEndpoint(0))).toBe(false);
  const { counts } = await ask();
  expect(board.counts.pairs).toBeLessThan(counts.pairs);
});
