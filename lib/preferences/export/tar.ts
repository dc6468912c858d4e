const block = 512;
const encoder = new TextEncoder();

/**
 * The header of one file in a tar archive (POSIX.1-1988 ustar): `path` at most 100 bytes, `size` below 8 GiB. It names
 * no owner and no time, so that the same files give the same archive.
 */
export function tarHeader(path: string, size: number): Uint8Array {
  const header = new Uint8Array(block);
  const put = (text: string, at: number) => header.set(encoder.encode(text), at);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`;
  put(path, 0);
  put(octal(0o644, 8), 100);
  put(octal(0, 8), 108);
  put(octal(0, 8), 116);
  put(octal(size, 12), 124);
  put(octal(0, 12), 136);
  // The sum is taken with spaces in its own place.
  put('        ', 148);
  put('0', 156);
  put('ustar\0', 257);
  put('00', 263);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${octal(sum, 7)} `, 148);
  return header;
}

/** What fills up the last block of a file. */
export const tarPadding = (size: number) => new Uint8Array((block - (size % block)) % block);

/** Two empty blocks end an archive. */
export const tarEnd = () => new Uint8Array(2 * block);
