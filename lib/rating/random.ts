/** Uniform on [0, 1), as Math.random. */
export type Random = () => number;

/** A stream that the seed repeats exactly: sfc32 (Doty-Humphrey, PractRand), 128 bits of state. */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 15; warm++) next();
  return () => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53;
}
