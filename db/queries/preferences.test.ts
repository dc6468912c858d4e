import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { withDatabase } from '#db/client.ts';
import { putBallot } from '#db/queries/ballots.ts';
import { getPreference, listPreferences } from '#db/queries/preferences.ts';
import { ballotExclusions, ballots } from '#db/schema/ballots.ts';
import { addAnsweredTurn, localRater } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { pageQuerySchema } from '#lib/page-schema.ts';
import { type BallotInput, ballotInputSchema } from '#lib/preferences/ballot-schema.ts';
import { preferenceFilterSchema } from '#lib/preferences/log-schema.ts';

setUpTestDatabase();

const list = (filter: Record<string, unknown> = {}, page: Record<string, unknown> = {}) =>
  listPreferences(preferenceFilterSchema.parse(filter), pageQuerySchema.parse(page));
const idsOf = async (filter: Record<string, unknown>) => (await list(filter)).data.map((one) => one.id);

let win: Judged;
let tie: Judged;
let bad: Judged;

type Judged = Awaited<ReturnType<typeof judge>>;

async function judge(prompt: string, at: string, toBallot: (a: string, b: string) => Partial<BallotInput>) {
  const answered = await addAnsweredTurn({ prompt });
  const [a = '', b = ''] = answered.laneIds;
  const { ballot } = await putBallot(localRater, answered.turn.id, ballotInputSchema.parse(toBallot(a, b)));
  await withDatabase((db) =>
    db
      .update(ballots)
      .set({ createdAt: new Date(at) })
      .where(eq(ballots.id, ballot.id)),
  );
  return { ...answered, id: ballot.id };
}

beforeAll(async () => {
  win = await judge('Why is the sky blue?', '2026-01-01T00:00:00Z', (a, b) => ({ ranking: [[a], [b]] }));
  tie = await judge('百家争鸣', '2026-01-02T00:00:00Z', (a, b) => ({ ranking: [[a, b]], comment: 'same' }));
  bad = await judge('Tell a joke', '2026-01-03T00:00:00Z', () => ({ allBad: true }));
});

test('a record holds everything a reader needs', async () => {
  const record = await getPreference(win.id);
  expect(record).toMatchObject({
    outcome: 'win',
    raterId: 'local',
    comparisonId: win.comparison.id,
    turn: { id: win.turn.id, index: 0, prompt: 'Why is the sky blue?' },
    excluded: [],
  });
  expect(record.lanes).toMatchObject([
    { label: 'A', name: 'Model 0', cardId: 'card-0', response: { text: 'An answer', costUsd: 0.5 } },
    { label: 'B', name: 'Model 1', endpointId: win.endpoints[1]?.id },
  ]);
  await expect(getPreference(win.turn.id)).rejects.toMatchObject({ code: 'not-found' });
});

test('the log is newest first and filters by everything it shows', async () => {
  expect(await idsOf({})).toEqual([bad.id, tie.id, win.id]);
  expect(await idsOf({ outcome: 'tie' })).toEqual([tie.id]);
  expect(await idsOf({ endpoint: win.endpoints[0]?.id })).toEqual([win.id]);
  expect(await idsOf({ card: 'card-1' })).toEqual([bad.id, tie.id, win.id]);
  expect(await idsOf({ card: 'card-9' })).toEqual([]);
  expect(await idsOf({ mode: 'blind' })).toEqual([]);
  expect(await idsOf({ hasComment: 'true' })).toEqual([tie.id]);
  expect(await idsOf({ hasComment: 'false', q: 'SKY' })).toEqual([win.id]);
  expect(await idsOf({ q: '争鸣' })).toEqual([tie.id]);
  expect(await idsOf({ language: 'zh' })).toEqual([tie.id]);
  expect(await idsOf({ from: '2026-01-02T00:00:00Z', to: '2026-01-03T00:00:00Z' })).toEqual([tie.id]);
  expect(await idsOf({ from: '2026-01-02T08:00:00+08:00', outcome: 'all-bad' })).toEqual([bad.id]);
});

test('pages follow each other and the count counts them all', async () => {
  const first = await list({}, { limit: 2 });
  expect(first.count).toEqual({ value: 3, exact: true });
  expect(first.data.map((one) => one.id)).toEqual([bad.id, tie.id]);
  const second = await list({}, { limit: 2, cursor: first.nextCursor });
  expect(second.data.map((one) => one.id)).toEqual([win.id]);
  expect(second).toMatchObject({ nextCursor: null, count: { value: 3 } });
});

test('an exclusion is told, not hidden', async () => {
  await withDatabase((db) =>
    db.insert(ballotExclusions).values({ ballotId: tie.id, reason: 'identity-in-answer', source: 'test' }),
  );
  expect((await getPreference(tie.id)).excluded).toEqual(['identity-in-answer']);
});
