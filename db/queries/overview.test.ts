import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { withDatabase } from '#db/client.ts';
import { putBallot } from '#db/queries/ballots.ts';
import { getOverview } from '#db/queries/overview.ts';
import { indexPending } from '#db/queries/search-index.ts';
import { addAnsweredTurn, localRater } from '#db/testing/rows.ts';
import { seedBallots } from '#db/testing/seed-ballots.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { type BallotInput, ballotInputSchema } from '#lib/preferences/ballot-schema.ts';
import { preferenceFilterSchema } from '#lib/preferences/log-schema.ts';

setUpTestDatabase();

const seeded = 700;
const overviewOf = (filter: Record<string, unknown> = {}, timeZone = 'UTC') =>
  // However slow the machine is, a search may read to its end.
  getOverview(preferenceFilterSchema.parse(filter), timeZone, 60_000);

async function judge(prompt: string, toBallot: (a: string, b: string) => Partial<BallotInput>) {
  const { turn, laneIds, endpoints } = await addAnsweredTurn({ prompt });
  const [a = '', b = ''] = laneIds;
  const put = (to: typeof toBallot) => putBallot(localRater, turn.id, ballotInputSchema.parse(to(a, b)));
  await put(toBallot);
  return { endpoints, revise: put };
}

beforeAll(async () => {
  await seedBallots({ ballots: seeded, endpoints: 5, raters: 3, days: 3 });
});

/** The same counts straight from the tables. */
async function countTables(where: ReturnType<typeof sql>) {
  const [row] = await withDatabase((db) =>
    db.execute(sql`
    with found as (select b.*, coalesce(t.language, 'und') as language from ballots b join turns t on t.id = b.turn_id where ${where}),
      endpoints as (
        select endpoint_id as id, count(*) filter (where is_winner)::int as won,
          count(*) filter (where outcome = 'tie' and rank = 1)::int as tied,
          count(*) filter (where rank > 1 and outcome <> 'all-bad')::int as lost,
          count(*) filter (where outcome = 'all-bad')::int as bad,
          count(*) filter (where outcome <> 'all-bad' and rank is null)::int as unranked
        from ballot_lanes join found on found.id = ballot_id group by 1)
    select (select count(*)::int from found) as ballots,
      (select json_object_agg(day, n) from (select (created_at at time zone 'UTC')::date as day, count(*) as n from found group by 1) d) as days,
      (select json_object_agg(outcome, n) from (select outcome, count(*) as n from found group by 1) d) as outcomes,
      (select json_object_agg(rater_id, n) from (select rater_id, count(*) as n from found group by 1) d) as raters,
      (select json_object_agg(language, n) from (select language, count(*) as n from found group by 1) d) as languages,
      (select json_object_agg(id, json_build_array(won, tied, lost, bad, unranked)) from endpoints) as endpoints`),
  );
  return row;
}

async function expectCounted(filter: Record<string, unknown>, where: ReturnType<typeof sql>): Promise<void> {
  const found = await overviewOf(filter);
  const sums = {
    ballots: found.count.value,
    days: Object.fromEntries(found.days.map(({ day, count }) => [day, count])),
    outcomes: Object.fromEntries(found.outcomes.map(({ outcome, count }) => [outcome, count])),
    raters: Object.fromEntries(found.raters.rows.map(({ id, count }) => [id, count])),
    languages: Object.fromEntries(found.languages.rows.map(({ language, count }) => [language, count])),
    endpoints: Object.fromEntries(
      found.endpoints.rows.map(({ id, won, tied, lost, bad, unranked }) => [
        id,
        [won, tied, lost, bad, unranked],
      ]),
    ),
  };
  expect(sums).toEqual(await countTables(where));
  expect(found.count.exact).toBe(true);
}

async function expectAllCounted(): Promise<void> {
  const [row] = await withDatabase((db) =>
    db.execute(sql`select created_at as at from ballots order by created_at offset 300 limit 1`),
  );
  const middle = new Date(String(row?.at)).toISOString();
  await expectCounted({}, sql`true`);
  await expectCounted({ outcome: 'tie' }, sql`outcome = 'tie'`);
  await expectCounted(
    { endpoint: 'seed-02', language: 'zh' },
    sql`t.language = 'zh' and exists (select 1 from ballot_lanes l where l.ballot_id = b.id and l.endpoint_id = 'seed-02')`,
  );
  await expectCounted({ from: middle }, sql`b.created_at >= ${middle}::timestamptz`);
  await expectCounted(
    { to: middle, mode: 'blind' },
    sql`b.created_at < ${middle}::timestamptz and mode = 'blind'`,
  );
  await expectCounted({ q: 'a b', outcome: 'win' }, sql`outcome = 'win' and ${says('a')} and ${says('b')}`);
}

const says = (word: string) => {
  const pattern = `%${word}%`;
  return sql`(t.prompt ilike ${pattern} or b.comment ilike ${pattern} or exists (select 1 from ballot_lanes l
    join responses r on r.id = l.response_id where l.ballot_id = b.id and r.text ilike ${pattern}))`;
};

test('the overview counts what the tables hold, before anything is indexed and after', async () => {
  await expectAllCounted();
  await indexPending({ least: 1 });
  await expectAllCounted();
}, 30_000);

test('a ballot counts at once, and revised as it stands now', async () => {
  const { endpoints, revise } = await judge('Flagged', (a, b) => ({
    ranking: [[a], [b]],
    ratings: { [a]: { flags: ['hallucination'] }, [b]: { flags: ['hallucination', 'harmful-advice'] } },
  }));
  const [first, second] = endpoints.map(({ id }) => id);
  const ofFirst = async () => {
    const { count, endpoints: found, flags } = await overviewOf({ endpoint: first });
    return { count, rows: found.rows, flags };
  };
  const row = { won: 0, tied: 0, lost: 0, bad: 0, unranked: 0 };
  const wins = {
    count: { value: 1, exact: true },
    rows: [
      { ...row, id: first, name: 'Model 0', won: 1 },
      { ...row, id: second, name: 'Model 1', lost: 1 },
    ].toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
    flags: [
      { flag: 'hallucination', count: 1 },
      { flag: 'harmful-advice', count: 1 },
    ],
  };
  expect(await ofFirst()).toEqual(wins);
  await indexPending({ least: 1 });
  expect(await ofFirst()).toEqual(wins);
  await revise(() => ({ allBad: true }));
  expect(await ofFirst()).toMatchObject({ count: { value: 1 }, rows: [{ bad: 1 }, { bad: 1 }], flags: [] });
  await expectCounted({}, sql`true`);
  await indexPending({ least: 1 });
  expect(await ofFirst()).toMatchObject({ count: { value: 1 }, rows: [{ bad: 1 }, { bad: 1 }], flags: [] });
});

test('days are those of the time zone', async () => {
  const there = await overviewOf({}, 'Asia/Shanghai');
  const [row] = await withDatabase((db) =>
    db.execute(sql`select json_object_agg(day, n) as days from (
      select (created_at at time zone 'Asia/Shanghai')::date as day, count(*) as n from ballots group by 1) d`),
  );
  expect(Object.fromEntries(there.days.map(({ day, count }) => [day, count]))).toEqual(row?.days);
});
