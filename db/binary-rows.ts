export type ColumnType =
  | 'uuid'
  | 'text'
  | 'jsonb'
  | 'timestamptz'
  | 'boolean'
  | 'smallint'
  | 'int'
  | 'float8'
  | 'text[]';
/** Name -> type. */
export type Columns = Readonly<Record<string, ColumnType>>;

const pieceLength = 256 * 1024;
/** Texts up to this length are written here, where a call into Node would take longer. */
const shortText = 48;
const year2000 = Date.UTC(2000, 0, 1);
/** -1 for what is no digit. */
const hexDigits = Int8Array.from({ length: 128 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? -1 : digit;
});

/**
 * Rows in the binary form of COPY (PostgreSQL's manual, "COPY", "Binary Format"): the server takes ids and times as
 * they are, where it would have to read them out of text.
 */
export class BinaryRows {
  // Names that are keys of an object are found in rows at once; any other string would be looked up first.
  readonly #columns: readonly (readonly [string, ColumnType])[];
  readonly #pieces: Buffer[] = [];
  #bytes = Buffer.allocUnsafe(pieceLength);
  #length: number;
  #count = 0;

  constructor(columns: Columns) {
    this.#columns = Object.entries(columns);
    this.#length = this.#bytes.write('PGCOPY\n\xff\r\n\0', 0, 'latin1');
    this.#int32(0);
    this.#int32(0);
  }

  get columns(): string[] {
    return this.#columns.map(([name]) => name);
  }

  get count(): number {
    return this.#count;
  }

  /** @throws RangeError where a value cannot be of its column's type. */
  add(row: Readonly<Record<string, unknown>>): void {
    this.#count += 1;
    this.#int16(this.#columns.length);
    for (const [name, type] of this.#columns) {
      const value = row[name];
      if (value === null || value === undefined) this.#int32(-1);
      else this.#field(type, value);
    }
  }

  /** All that was written, in pieces. */
  end(): Buffer[] {
    this.#int16(-1);
    return [...this.#pieces, this.#bytes.subarray(0, this.#length)];
  }

  #field(type: ColumnType, value: unknown): void {
    if (type === 'uuid') this.#uuid(String(value));
    else if (type === 'text') this.#text(String(value));
    else if (type === 'timestamptz') this.#timestamp(String(value));
    else if (type === 'jsonb') this.#json(toJson(value));
    else if (type === 'text[]') this.#texts(value as readonly unknown[]);
    else if (type === 'boolean') this.#fixed(1).writeUInt8(value === true ? 1 : 0, this.#length - 1);
    else if (type === 'float8') this.#fixed(8).writeDoubleBE(Number(value), this.#length - 8);
    // Of numbers that do not fit, Node throws a RangeError.
    else if (type === 'smallint') this.#fixed(2).writeInt16BE(Number(value), this.#length - 2);
    else this.#fixed(4).writeInt32BE(Number(value), this.#length - 4);
  }

  /** Room for a field of so many bytes, behind its length. */
  #fixed(length: number): Buffer {
    this.#claim(4 + length);
    this.#int32(length);
    this.#length += length;
    return this.#bytes;
  }

  #int16(value: number): void {
    this.#claim(2);
    const bytes = this.#bytes;
    bytes[this.#length] = value >> 8;
    bytes[this.#length + 1] = value;
    this.#length += 2;
  }

  #int32(value: number): void {
    this.#claim(4);
    const bytes = this.#bytes;
    const at = this.#length;
    bytes[at] = value >> 24;
    bytes[at + 1] = value >> 16;
    bytes[at + 2] = value >> 8;
    bytes[at + 3] = value;
    this.#length = at + 4;
  }

  #text(text: string): void {
    this.#claim(4 + 3 * text.length);
    const start = this.#length + 4;
    const length = writeText(this.#bytes, start, text);
    this.#int32(length);
    this.#length = start + length;
  }

  /** Its form has a version before the text. */
  #json(text: string): void {
    this.#claim(5 + 3 * text.length);
    const start = this.#length + 5;
    const length = writeText(this.#bytes, start, text);
    this.#int32(length + 1);
    this.#bytes[start - 1] = 1;
    this.#length = start + length;
  }

  #uuid(text: string): void {
    const bytes = this.#fixed(16);
    let at = this.#length - 16;
    let wrong = text.length - 36;
    for (let index = 0; index < 36; index += 2) {
      if (index === 8 || index === 13 || index === 18 || index === 23) index += 1;
      const high = hexDigits[text.charCodeAt(index)] ?? -1;
      const low = hexDigits[text.charCodeAt(index + 1)] ?? -1;
      if (high < 0 || low < 0) wrong = 1;
      bytes[at++] = high * 16 + low;
    }
    if (wrong !== 0) throw new RangeError(`Not a UUID: ${text}`);
  }

  #timestamp(text: string): void {
    const { high, low } = toMicroseconds(text);
    this.#int32(8);
    this.#int32(high);
    this.#int32(low);
  }

  #texts(items: readonly unknown[]): void {
    this.#claim(items.reduce<number>((sum, item) => sum + 4 + 3 * String(item).length, 24));
    const start = this.#length;
    this.#int32(0);
    // Dimensions, whether any item is null, and the type of the items (pg_type's oid of text).
    this.#int32(items.length === 0 ? 0 : 1);
    this.#int32(0);
    this.#int32(25);
    if (items.length > 0) {
      this.#int32(items.length);
      this.#int32(1);
      for (const item of items) this.#text(String(item));
    }
    this.#bytes.writeInt32BE(this.#length - start - 4, start);
  }

  /** Makes room: what is begun stays in one piece. */
  #claim(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    this.#pieces.push(this.#bytes.subarray(0, this.#length));
    this.#bytes = Buffer.allocUnsafe(Math.max(pieceLength, more));
    this.#length = 0;
  }
}

/** @returns how many bytes it took. */
function writeText(bytes: Buffer, start: number, text: string): number {
  if (text.length > shortText) return bytes.write(text, start);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) return bytes.write(text, start);
    bytes[start + index] = code;
  }
  return text.length;
}

let lastTime = { text: '', high: 0, low: 0 };

/** Since 2000, as the two halves of 64 bits. Most times of a record are the same. */
function toMicroseconds(text: string): { high: number; low: number } {
  if (text === lastTime.text) return lastTime;
  const microseconds = BigInt(Date.parse(text) - year2000) * 1000n;
  lastTime = { text, high: Number(microseconds >> 32n), low: Number(BigInt.asIntN(32, microseconds)) };
  return lastTime;
}

const frozenTexts = new WeakMap<object, string>();

/** What nobody can change has to be written once. */
function toJson(value: unknown): string {
  if (typeof value !== 'object' || value === null || !Object.isFrozen(value)) return JSON.stringify(value);
  const known = frozenTexts.get(value) ?? JSON.stringify(value);
  frozenTexts.set(value, known);
  return known;
}
