/** Records of a segment at most; their places fit two bytes. */
export const segmentSize = 8192;
const bitmapBytes = segmentSize / 8;

/** Places of records in ascending order, as bytes: a list of two-byte numbers, or a bitmap where that is shorter. */
export function encodePlaces(places: Uint16Array): Buffer {
  if (2 * places.length < bitmapBytes) {
    const list = Buffer.allocUnsafe(2 * places.length);
    for (const [index, place] of places.entries()) list.writeUInt16LE(place, 2 * index);
    return list;
  }
  const bitmap = Buffer.alloc(bitmapBytes);
  for (const place of places) bitmap[place >> 3] = (bitmap[place >> 3] ?? 0) | (1 << (place & 7));
  return bitmap;
}

/** As a bitmap. */
export function toBitmap(bytes: Uint8Array): Uint8Array {
  if (bytes.length === bitmapBytes) return bytes;
  const bitmap = new Uint8Array(bitmapBytes);
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    const place = (bytes[index] ?? 0) | ((bytes[index + 1] ?? 0) << 8);
    bitmap[place >> 3] = (bitmap[place >> 3] ?? 0) | (1 << (place & 7));
  }
  return bitmap;
}

/** Places below `count` that are in every set and not among the dead, in ascending order. */
export function intersect(
  sets: readonly Uint8Array[],
  dead: Uint8Array | null,
  count = segmentSize,
): number[] {
  const all = new Uint8Array(bitmapBytes).fill(255);
  const [first = all, ...others] = sets.toSorted((a, b) => a.length - b.length).map(toBitmap);
  const without = dead && toBitmap(dead);
  const places: number[] = [];
  for (let byte = 0; byte < bitmapBytes; byte += 1) {
    let bits = first[byte] ?? 0;
    for (const other of others) bits &= other[byte] ?? 0;
    if (without) bits &= ~(without[byte] ?? 0);
    while (bits !== 0) {
      const place = 8 * byte + 31 - Math.clz32(bits & -bits);
      if (place >= count) return places;
      places.push(place);
      bits &= bits - 1;
    }
  }
  return places;
}
