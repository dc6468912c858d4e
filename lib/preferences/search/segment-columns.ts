import { z } from 'zod';

/**
 * What can be counted of each record of a segment without reading the log: for each column its values, and for each
 * record the numbers of those it has. Of `quarter`, `rater`, `language` and `outcome` a record has one.
 */
export const columnNames = ['quarter', 'rater', 'language', 'outcome', 'flag', 'lane'] as const;
export type ColumnName = (typeof columnNames)[number];
export type RecordValues = Readonly<Record<ColumnName, readonly string[]>>;
/** How many records have each value; a value that a record has twice counts twice. */
export type ValueCounts = Readonly<Record<ColumnName, Map<string, number>>>;

/** The counts of all records of a segment. */
export const totalsSchema = z.record(z.enum(columnNames), z.array(z.tuple([z.string(), z.number()])));
export type Totals = z.infer<typeof totalsSchema>;

const headSchema = z.object({
  count: z.number(),
  columns: z.record(
    z.enum(columnNames),
    // Plain: every record has exactly one value, so their numbers follow each other without counts before them.
    z.object({ values: z.array(z.string()), isPlain: z.boolean() }),
  ),
});
type Column = { codes: Map<string, number>; counts: number[]; numbers: number[] };

export const noCounts = (): ValueCounts => byColumn(() => new Map<string, number>());

export function addValues(counts: ValueCounts, values: RecordValues): void {
  for (const name of columnNames) for (const value of values[name]) add(counts[name], value, 1);
}

export function addTotals(counts: ValueCounts, totals: Totals): void {
  for (const name of columnNames) for (const [value, count] of totals[name]) add(counts[name], value, count);
}

/** Collects the columns of a segment. Add the records in the order of their places. */
export class ColumnsBuilder {
  readonly #totals = noCounts();
  readonly #columns = byColumn((): Column => ({ codes: new Map(), counts: [], numbers: [] }));
  #count = 0;

  get totals(): Totals {
    return byColumn((name) => [...this.#totals[name]]);
  }

  add(values: RecordValues): void {
    this.#count += 1;
    addValues(this.#totals, values);
    for (const name of columnNames) {
      const { codes, counts, numbers } = this.#columns[name];
      counts.push(values[name].length);
      for (const value of values[name]) {
        const code = codes.get(value) ?? codes.size;
        codes.set(value, code);
        numbers.push(code);
      }
    }
  }

  encode(): Buffer {
    const columns = byColumn((name) => {
      const { codes, counts } = this.#columns[name];
      return { values: [...codes.keys()], isPlain: counts.every((count) => count === 1) };
    });
    const head = Buffer.from(
      JSON.stringify({ count: this.#count, columns } satisfies z.infer<typeof headSchema>),
    );
    const length = Buffer.alloc(4);
    length.writeUInt32LE(head.length);
    const bodies = columnNames.flatMap((name) => {
      const { codes, counts, numbers } = this.#columns[name];
      const bytes = isWide(codes.size) ? Buffer.from(Uint16Array.from(numbers).buffer) : Buffer.from(numbers);
      return columns[name].isPlain ? [bytes] : [Buffer.from(counts), bytes];
    });
    return Buffer.concat([length, head, ...bodies]);
  }
}

/** Adds what the records at these places, which ascend, have. @param bytes of a ColumnsBuilder. */
export function countColumns(counts: ValueCounts, bytes: Buffer, places: readonly number[]): void {
  const start = 4 + bytes.readUInt32LE();
  const head = headSchema.parse(JSON.parse(bytes.toString('utf8', 4, start)));
  let rest = bytes.subarray(start);
  for (const name of columnNames) {
    const { values, isPlain } = head.columns[name];
    const each = isPlain ? null : rest.subarray(0, head.count);
    const size = each ? each.reduce((sum, count) => sum + count, 0) : head.count;
    const width = isWide(values.length) ? 2 : 1;
    const numbers = rest.subarray(each?.length ?? 0, (each?.length ?? 0) + size * width);
    rest = rest.subarray((each?.length ?? 0) + size * width);
    const found = countNumbers(numbers, width, each, places, values.length);
    for (const [code, value] of values.entries()) add(counts[name], value, found[code] ?? 0);
  }
}

function countNumbers(
  numbers: Buffer,
  width: 1 | 2,
  each: Buffer | null,
  places: readonly number[],
  values: number,
): Uint32Array {
  const found = new Uint32Array(values);
  let seen = 0;
  let start = 0;
  for (const place of places) {
    if (each) for (; seen < place; seen += 1) start += each[seen] ?? 0;
    else start = place;
    const end = start + (each ? (each[place] ?? 0) : 1);
    for (let index = start; index < end; index += 1) {
      const code = (numbers[index * width] ?? 0) | (width === 2 ? (numbers[index * 2 + 1] ?? 0) << 8 : 0);
      found[code] = (found[code] ?? 0) + 1;
    }
  }
  return found;
}

const isWide = (values: number) => values > 256;

function add(counts: Map<string, number>, value: string, count: number): void {
  if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
}

function byColumn<Value>(make: (name: ColumnName) => Value): Record<ColumnName, Value> {
  const [quarter, rater, language, outcome, flag, lane] = columnNames;
  return {
    ...{ quarter: make(quarter), rater: make(rater), language: make(language) },
    ...{ outcome: make(outcome), flag: make(flag), lane: make(lane) },
  };
}
