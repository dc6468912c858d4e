import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { beforeEach, expect, test } from 'vitest';
import { configureDatabase, getDatabaseUrl, inTransaction, withDatabase } from '#db/client.ts';
import { streamRecords } from '#db/queries/export-records.ts';
import { importTables } from '#db/queries/import-columns.ts';
import { importRows } from '#db/queries/import-records.ts';
import { canVouch, importReferences } from '#db/queries/import-references.ts';
import { countDifferences } from '#db/queries/pair-counts.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { type LogRecord, logRecordSchema } from '#lib/preferences/export/log-record.ts';
import { sampleId, sampleRecord } from '#lib/preferences/export/testing/sample-records.ts';
import { toReadRow } from '#lib/preferences/import/read-row.ts';

setUpTestDatabase();

beforeEach(() =>
  withDatabase((db) =>
    db.execute('truncate raters, endpoints, ballot_pairs, pair_counts, search_pending cascade'),
  ),
);

const at = '2026-11-23T08:00:00.000Z';
const excluded = { reason: 'spam', source: 'test', createdAt: at };
const tags = ['zwei', 'Eins', '一', '𝐀', '｡'].map((tag) => ({ tag, raterId: 'tagger', createdAt: at }));

const first = sampleRecord('one', {
  prompt: 'Three?',
  answers: ['a', 'b', 'c'],
  ranking: [[2], [0, 1]],
  past: [{ prompt: 'Two?', answers: ['x', 'y', 'z'] }],
});
const records: LogRecord[] = [
  { ...first, tags },
  // Another rater on the same turn, who left a lane out.
  { ...first, id: sampleId('other'), raterId: 'other', ranking: first.ranking.slice(1) },
  sampleRecord('tie', {
    prompt: 'Tie',
    answers: ['a', 'b'],
    ranking: [[0, 1]],
    rater: 'it "is"\na \\ rater',
  }),
  sampleRecord('bad', { prompt: 'Bad', answers: ['a', 'b'], ranking: [], allBad: true }),
  sampleRecord('none', { prompt: 'None', answers: ['a', 'b'], ranking: [] }),
  {
    ...sampleRecord('out', { prompt: 'Out', answers: ['a', 'b'], ranking: [[0], [1]] }),
    exclusions: [excluded],
  },
];
const take = (given: readonly LogRecord[]) => importRows(given.map(toReadRow));

async function stored() {
  const log: LogRecord[] = [];
  for await (const page of streamRecords({}, 'everything')) log.push(...page);
  const [row] = await withDatabase((db) =>
    db.execute(sql`select (select count(*) from ballot_pairs)::int as pairs,
      (select count(*) from search_pending)::int as waiting`),
  );
  return { log, row, differences: await inTransaction((tx) => countDifferences(tx)) };
}

/** As a role that may not leave out the checks: that of most servers that others run. */
async function asPlainRole<Result>(work: () => Promise<Result>, grant = ''): Promise<Result> {
  const url = new URL(getDatabaseUrl());
  const owner = url.href;
  const admin = postgres(owner, { max: 1, onnotice: () => {} });
  url.username = `plain_${url.pathname.slice(1)}`;
  url.password = 'plain';
  await admin.unsafe(
    `create role ${url.username} login password 'plain' in role pg_read_all_data, pg_write_all_data`,
  );
  if (grant !== '') await admin.unsafe(`${grant} to ${url.username}`);
  try {
    await configureDatabase({ url: url.href });
    return await work();
  } finally {
    await configureDatabase({ url: owner });
    await admin.unsafe(`drop owned by ${url.username}`);
    await admin.unsafe(`drop role ${url.username}`);
    await admin.end();
  }
}

const mayVouch = () => inTransaction((tx) => canVouch(tx, [], []));

test('the references are those of the schema, from every column that imports fill', async () => {
  const rows = await withDatabase((db) =>
    db.execute(sql`select conrelid::regclass::text as table, attname as column, confrelid::regclass::text as target
      from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
      where contype = 'f' and attname not in ('action_id')
        and conrelid = any(${`{${importTables.join(',')}}`}::text[]::regclass[])
        and (conrelid, attname) <> ('ballot_exclusions'::regclass, 'rater_id') order by 1, 2`),
  );
  const named = Object.entries(importReferences).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, target]) => ({ table, column, target })),
  );
  const byName = (one: { table: string; column: string }) => `${one.table} ${one.column}`;
  expect(rows.map((row) => ({ ...row }))).toEqual(named.toSorted((a, b) => (byName(a) < byName(b) ? -1 : 1)));
});

test('with and without looking references up, the same is stored', async () => {
  expect(await mayVouch()).toBe(true);
  expect(await take(records)).toBe(records.length);
  const vouchedFor = await stored();
  expect(vouchedFor).toMatchObject({ differences: 0, row: { pairs: 6, waiting: records.length } });
  expect(vouchedFor.log.map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
  await withDatabase((db) =>
    db.execute('truncate raters, endpoints, ballot_pairs, pair_counts, search_pending cascade'),
  );
  await asPlainRole(async () => {
    expect(await mayVouch()).toBe(false);
    expect(await take(records)).toBe(records.length);
  });
  expect(await stored()).toEqual(vouchedFor);
});

test('a role is enough that may set the one parameter, as the manual says', () =>
  asPlainRole(async () => {
    expect(await mayVouch()).toBe(true);
    expect(await take(records)).toBe(records.length);
    expect((await stored()).differences).toBe(0);
  }, 'grant set on parameter session_replication_role'));

test('a reference to what is nowhere is refused either way, and nothing of its batch stays', async () => {
  const [turn] = first.past;
  const [response] = turn?.responses ?? [];
  if (!turn || !response) throw new Error('The sample has an earlier turn');
  const lost = { ...response, laneId: sampleId('lane of nobody') };
  const broken = logRecordSchema.parse({ ...first, past: [{ ...turn, responses: [lost] }] });
  const rule = { constraint_name: 'responses_lane_id_lanes_id_fk' };
  await expect(take([...records.slice(2), broken])).rejects.toMatchObject(rule);
  await asPlainRole(() => expect(take([...records.slice(2), broken])).rejects.toMatchObject(rule));
  expect((await stored()).log).toEqual([]);
});

test('a trigger that somebody else put on a table fires for every row', async () => {
  await withDatabase((db) =>
    db.execute(`create table seen (id uuid); create function see() returns trigger language plpgsql
      as $$ begin insert into seen values (new.id); return new; end $$;
      create trigger see before insert on ballots for each row execute function see()`),
  );
  try {
    expect(await mayVouch()).toBe(false);
    await take(records);
    const [row] = await withDatabase((db) => db.execute(`select count(*)::int as n from seen`));
    expect(row?.n).toBe(records.length);
  } finally {
    await withDatabase((db) => db.execute(`drop trigger see on ballots; drop function see; drop table seen`));
  }
});

test('raters and endpoints that were vouched for cannot go until the transaction ends', async () => {
  await take(records);
  const held = inTransaction(async (tx) => {
    await canVouch(tx, [{ id: 'local' }], [{ id: 'endpoint-0' }]);
    const [row] = await withDatabase((db) =>
      db.execute(sql`select (select count(*) from (select from raters where id = 'local' for update skip locked) r)::int
        as free`),
    );
    return row?.free;
  });
  expect(await held).toBe(0);
  expect(await inTransaction((tx) => canVouch(tx, [{ id: 'nobody' }], []))).toBe(false);
});
