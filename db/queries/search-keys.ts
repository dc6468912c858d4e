import { type SQL, sql } from 'drizzle-orm';

/** Where a record stands in the log: newest first, by time and then by id. */
export type SearchKey = { at: number; id: string };

/** Bytes compare as the keys do. */
const keyBytes = 24;

export function encodeKeys(keys: readonly SearchKey[]): Buffer {
  const bytes = Buffer.allocUnsafe(keyBytes * keys.length);
  for (const [place, { at, id }] of keys.entries()) {
    bytes.writeDoubleBE(at, keyBytes * place);
    bytes.write(id.replaceAll('-', ''), keyBytes * place + 8, 'hex');
  }
  return bytes;
}

export function decodeKey(bytes: Buffer, place = 0): SearchKey {
  const start = keyBytes * place;
  const hex = bytes.toString('hex', start + 8, start + keyBytes);
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  );
  return { at: bytes.readDoubleBE(start), id };
}

/** The keys as rows k(id, at, n) of a FROM clause; `at` in ms, n counts from 1. */
export function unnestKeys(keys: readonly SearchKey[]): SQL {
  const ids = `{${keys.map(({ id }) => id).join(',')}}`;
  const times = `{${keys.map(({ at }) => at).join(',')}}`;
  return sql`unnest(${ids}::uuid[], ${times}::float8[]) with ordinality as k(id, at, n)`;
}

export function isBefore(a: SearchKey, b: SearchKey): boolean {
  return a.at < b.at || (a.at === b.at && a.id < b.id);
}

/** How many of the keys, which ascend, stand before this one: its place, if it is one of them. */
export function countBefore(keys: Buffer, key: SearchKey): number {
  const wanted = encodeKeys([key]);
  let low = 0;
  let high = keys.length / keyBytes;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys.compare(wanted, 0, keyBytes, keyBytes * middle, keyBytes * (middle + 1)) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The places at which those of the wanted keys stand that are among the keys. */
export function placesOf(keys: Buffer, wanted: readonly SearchKey[]): number[] {
  return wanted
    .map((key) => ({ id: key.id, place: countBefore(keys, key) }))
    .filter(({ id, place }) => place * keyBytes < keys.length && decodeKey(keys, place).id === id)
    .map(({ place }) => place);
}
