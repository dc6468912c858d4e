import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BinaryRows, type Columns } from '#db/binary-rows.ts';
import { inTransaction, withDatabase } from '#db/client.ts';
import { copyInto } from '#db/copy-into.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';

setUpTestDatabase();

const columns = {
  id: 'uuid',
  words: 'text',
  data: 'jsonb',
  at: 'timestamptz',
  is_it: 'boolean',
  small: 'smallint',
  number: 'int',
  real: 'float8',
  list: 'text[]',
} as const satisfies Columns;

const toBinary = (rows: readonly Record<string, unknown>[], types: Columns = columns) => {
  const binary = new BinaryRows(types);
  for (const row of rows) binary.add(row);
  return binary;
};

/** As PostgreSQL takes it. */
const words = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replaceAll('\0', ''));

test('rows come out of the table as they went in', async () => {
  const row = fc.record({
    id: fc.uuid(),
    words: fc.option(words),
    data: fc.oneof(
      fc.constant(Object.freeze({ a: 1 })),
      fc.dictionary(words, fc.option(words)),
      fc.array(words),
    ),
    at: fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    is_it: fc.boolean(),
    small: fc.integer({ min: -32_768, max: 32_767 }),
    number: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    real: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    list: fc.array(words, { maxLength: 4 }),
  });
  // The last is larger than a piece.
  const rows = fc.sample(row, { seed: 1, numRuns: 2_000 }).map((one, place) => ({ ...one, place }));
  const given = [...rows, { ...rows[0], words: '长 answer\n'.repeat(100_000), place: rows.length }];
  const types = Object.entries(columns).map((column) => column.join(' '));
  const read = await inTransaction(async (tx) => {
    await tx.execute(sql.raw(`create temporary table given (${types.join(', ')}, place int) on commit drop`));
    await copyInto(tx, 'given', toBinary(given, { ...columns, place: 'int' }));
    return tx.execute(sql`select *, to_json(list) as list,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from given order by place`);
  });
  expect(read.map((one) => ({ ...one }))).toEqual(
    given.map((one) => ({ ...one, id: one.id?.toLowerCase() })),
  );
});

test('what its column cannot hold is refused before anything is sent', () => {
  expect(() => toBinary([{ small: 32_768 }])).toThrow(RangeError);
  expect(() => toBinary([{ number: 2 ** 31 }])).toThrow(RangeError);
  expect(() => toBinary([{ id: '018bcfe5-6800-8e76-ac89-0ed36dc710fg' }])).toThrow(RangeError);
  expect(() => toBinary([{ id: '018bcfe5-6800-8e76-ac89' }])).toThrow(RangeError);
  expect(() => toBinary([{ at: 'yesterday' }])).toThrow(RangeError);
});

test.each([2, 50_000])(
  'a row that is there already fails the copy, with %i rows on their way',
  async (count) => {
    const rows = Array.from({ length: count }, (_, index) => ({ id: `rater-${index % (count - 1)}` }));
    const copy = inTransaction((tx) => copyInto(tx, 'raters', toBinary(rows, { id: 'text' })));
    await expect(copy).rejects.toThrow('duplicate key');
    await expect(withDatabase((db) => db.execute(`select 1 as one`))).resolves.toMatchObject([{ one: 1 }]);
  },
);
