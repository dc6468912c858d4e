import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { inTransaction, withDatabase } from '#db/client.ts';
import { putBallot } from '#db/queries/ballots.ts';
import { streamRecords } from '#db/queries/export-records.ts';
import { listPreferences } from '#db/queries/preferences.ts';
import { indexPending } from '#db/queries/search-index.ts';
import { searchLog } from '#db/queries/search-log.ts';
import { ballots } from '#db/schema/ballots.ts';
import { searchPending, searchSegments } from '#db/schema/search.ts';
import { addAnsweredTurn, localRater } from '#db/testing/rows.ts';
import { seedBallots } from '#db/testing/seed-ballots.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { type BallotInput, ballotInputSchema } from '#lib/preferences/ballot-schema.ts';
import { type PreferenceFilter, preferenceFilterSchema } from '#lib/preferences/log-schema.ts';
import { containsTerms, parseSearch } from '#lib/preferences/search/search-terms.ts';

setUpTestDatabase();

const seeded = 900;
type Row = { id: string; at: Date; texts: string[]; outcome: string; mode: string };
let rows: Row[];

async function judge(prompt: string, toBallot: (a: string, b: string) => Partial<BallotInput>) {
  const { turn, laneIds } = await addAnsweredTurn({ prompt });
  const [a = '', b = ''] = laneIds;
  const put = (input: Partial<BallotInput>) => putBallot(localRater, turn.id, ballotInputSchema.parse(input));
  const { ballot } = await put(toBallot(a, b));
  return {
    id: ballot.id,
    revise: (input: (a: string, b: string) => Partial<BallotInput>) => put(input(a, b)),
  };
}

/** Every page of a search, as a client follows the cursors. */
async function search(filter: Partial<PreferenceFilter>, limit = 200): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listPreferences(preferenceFilterSchema.parse(filter), { limit, cursor });
    found.push(...page.data.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

beforeAll(async () => {
  await seedBallots({ ballots: seeded, endpoints: 5, days: 3 });
  await judge('Sky', (a) => ({
    ratings: { [a]: { comment: 'Oddly 古怪 put', ideal: 'const x = y => {};' } },
  }));
  const found = await withDatabase((db) =>
    db.execute(`select b.id, b.created_at as at, b.outcome, b.mode, json_agg(r.text) as answers, t.prompt, b.comment, b.ratings
      from ballots b join turns t on t.id = b.turn_id join ballot_lanes l on l.ballot_id = b.id
      join responses r on r.id = l.response_id group by b.id, t.id order by b.created_at desc, b.id desc`),
  );
  rows = found.map((row) => {
    const ratings = Object.values(row.ratings as Record<string, { comment?: string; ideal?: string }>);
    const said = ratings.flatMap(({ comment, ideal }) => [comment, ideal]);
    const texts = [row.prompt, row.comment, ...(row.answers as string[]), ...said];
    return {
      ...(row as Row),
      at: new Date(String(row.at)),
      texts: texts.filter((text): text is string => typeof text === 'string'),
    };
  });
});

/** What an export under the filter holds, in its order. */
async function exported(filter: Partial<PreferenceFilter>): Promise<string[]> {
  const found: string[] = [];
  for await (const records of streamRecords(preferenceFilterSchema.parse(filter), 'texts')) {
    found.push(...records.map(({ id }) => id));
  }
  return found;
}

const expected = (q: string, fits: (row: Row) => boolean = () => true) =>
  rows.filter((row) => fits(row) && containsTerms(row.texts, parseSearch(q))).map(({ id }) => id);

/** Pieces of texts that are in the log, and filters beside them. */
const searches = fc
  .record({ row: fc.nat(), text: fc.nat(), start: fc.nat(), length: fc.integer({ min: 1, max: 12 }) })
  .map(({ row, text, start, length }) => {
    const texts = rows[row % rows.length]?.texts ?? [];
    const letters = [...(texts[text % texts.length] ?? '')];
    return letters
      .slice(start % Math.max(1, letters.length - length))
      .slice(0, length)
      .join('');
  });

async function checkSearches(runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(searches, fc.constantFrom(undefined, 'tie', 'win'), async (q, outcome) => {
      fc.pre(q.trim() !== '');
      const wanted = expected(q, (row) => outcome === undefined || row.outcome === outcome);
      expect(await search({ q, outcome })).toEqual(wanted);
      expect(await exported({ q, outcome })).toEqual(wanted.toReversed());
    }),
    { numRuns: runs },
  );
}

test('finds every piece of every text before anything is indexed', () => checkSearches(8), 60_000);

test('finds every piece of every text in the index, newest first', async () => {
  expect(await indexPending({ least: 1 })).toBe(seeded + 1);
  expect(await withDatabase((db) => db.$count(searchPending))).toBe(0);
  await checkSearches(40);
  expect(await search({ q: '古怪' })).toEqual(expected('古怪'));
  expect(await search({ q: '怪' })).toEqual(expected('怪'));
  expect(await search({ q: '=> {}' })).toEqual(expected('=> {}'));
  expect(await search({ q: 'ODDLY sky' })).toHaveLength(1);
  expect(await search({ q: '"oddly sky"' })).toEqual([]);
  expect(await exported({ q: '"oddly sky"' })).toEqual([]);
}, 60_000);

test('pages follow each other without gaps whatever their size, and the count is right', async () => {
  const filter = preferenceFilterSchema.parse({ q: 'e', mode: 'blind' });
  const wanted = expected('e', ({ mode }) => mode === 'blind');
  expect(await search(filter, 7)).toEqual(wanted);
  const rare = preferenceFilterSchema.parse({ q: '古怪' });
  const { count } = await listPreferences(rare, { limit: 1 });
  expect(count).toEqual({ value: expected('古怪').length, exact: true });
  const first = await inTransaction((tx) => searchLog(tx, filter, { limit: 5 }), 'snapshot');
  expect(first.count.value).toBeLessThanOrEqual(wanted.length);
});

test('times, endpoints and flags narrow a search', async () => {
  const middle = rows[400]?.at ?? new Date();
  expect(await search({ q: 'a', to: middle.toISOString() })).toEqual(expected('a', ({ at }) => at < middle));
  expect(await search({ q: 'a', from: middle.toISOString() })).toEqual(
    expected('a', ({ at }) => at >= middle),
  );
  const between = { q: 'a', from: middle.toISOString(), to: rows[100]?.at.toISOString() };
  expect(await exported(between)).toEqual((await search(between)).toReversed());
  const all = await search({});
  const [one, other] = [await search({ endpoint: 'seed-01' }), await search({ endpoint: 'seed-02' })];
  expect(one.length).toBeGreaterThan(50);
  expect(await exported({ endpoint: 'seed-01' })).toEqual(one.toReversed());
  expect(all.filter((id) => one.includes(id))).toEqual(one);
  expect(one).not.toEqual(other);
});

test('a revised ballot is found by what it says now, once, and no longer by what it said', async () => {
  const ballot = await judge('Revised prompt', (a, b) => ({
    ranking: [[a], [b]],
    comment: 'formerly xyzzy',
  }));
  expect(await search({ q: 'xyzzy' })).toEqual([ballot.id]);
  await indexPending({ least: 1 });
  await ballot.revise((a, b) => ({ ranking: [[b], [a]], comment: 'now plugh' }));
  expect(await search({ q: 'xyzzy' })).toEqual([]);
  expect(await search({ q: 'plugh' })).toEqual([ballot.id]);
  expect(await exported({ q: 'revised prompt' })).toEqual([ballot.id]);
  await indexPending({ least: 1 });
  expect(await exported({ q: 'xyzzy' })).toEqual([]);
  expect(await exported({ q: 'plugh' })).toEqual([ballot.id]);
  expect(await search({ q: 'xyzzy' })).toEqual([]);
  expect(await search({ q: 'plugh' })).toEqual([ballot.id]);
  expect(await search({ q: 'revised prompt' })).toEqual([ballot.id]);
  const dead = await withDatabase((db) => db.select({ dead: searchSegments.dead }).from(searchSegments));
  expect(dead.filter((segment) => segment.dead !== null)).toHaveLength(1);
});

test('every ballot waits until it is indexed', async () => {
  const waiting = () => withDatabase((db) => db.$count(searchPending));
  await indexPending({ least: 1 });
  await judge('One more', (a, b) => ({ ranking: [[a, b]] }));
  expect(await waiting()).toBe(1);
  expect(await indexPending()).toBe(0);
  await withDatabase((db) => db.update(ballots).set({ durationMs: 5 }));
  expect(await waiting()).toBe(seeded + 3);
  await indexPending();
  expect(await search({})).toHaveLength(seeded + 3);
  expect(await search({ mode: 'open' })).toEqual(
    (await search({})).filter((id) => !rows.some((row) => row.id === id && row.mode === 'blind')),
  );
});
