/** Records of a segment at most; their places fit two bytes. */
export const segmentSize = 8192;
/** A set of this length is a bitmap, any other a list. */
export const bitmapBytes = segmentSize / 8;

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

/** The places below `count` that are in every set and not among the dead, as a bitmap of its own. */
export function intersect(
  sets: readonly Uint8Array[],
  dead: Uint8Array | null,
  count = segmentSize,
): Uint8Array {
  const [first, ...others] = sets.toSorted((a, b) => a.length - b.length).map(toBitmap);
  const found = first ? Uint8Array.from(first) : new Uint8Array(bitmapBytes).fill(255);
  for (const other of others) {
    for (let byte = 0; byte < bitmapBytes; byte += 1) found[byte] = (found[byte] ?? 0) & (other[byte] ?? 0);
  }
  const without = dead && toBitmap(dead);
  if (without) {
    for (let byte = 0; byte < bitmapBytes; byte += 1)
      found[byte] = (found[byte] ?? 0) & ~(without[byte] ?? 0);
  }
  keepPlaces(found, 0, count);
  return found;
}

/** Takes away the places outside of `start` to `end`, which is not among them. */
export function keepPlaces(bitmap: Uint8Array, start: number, end: number): void {
  bitmap.fill(0, 0, start >> 3);
  if (start < segmentSize) bitmap[start >> 3] = (bitmap[start >> 3] ?? 0) & (255 << (start & 7));
  if (end >= segmentSize) return;
  bitmap[end >> 3] = (bitmap[end >> 3] ?? 0) & ~(255 << (end & 7));
  bitmap.fill(0, (end >> 3) + 1);
}

const bitsOf = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

export function countPlaces(bitmap: Uint8Array): number {
  let count = 0;
  for (const byte of bitmap) count += bitsOf[byte] ?? 0;
  return count;
}

/** In ascending order. */
export function listPlaces(bitmap: Uint8Array): number[] {
  const places: number[] = [];
  for (const [index, byte] of bitmap.entries()) {
    for (let bits = byte; bits !== 0; bits &= bits - 1) {
      places.push(8 * index + 31 - Math.clz32(bits & -bits));
    }
  }
  return places;
}
