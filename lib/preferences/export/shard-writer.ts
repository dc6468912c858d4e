import { createHash } from 'node:crypto';
import type { DataFile } from '#lib/preferences/export/manifest.ts';

export type DatasetFile = { path: string; content: Buffer };

/**
 * Characters in a shard, about; a record is never cut. Small enough to be held in memory, large enough that a million
 * rows are some dozen files.
 */
const shardLength = 16_000_000;

/** Cuts the rows of an export into the data files of a dataset folder: the same rows, the same files. */
export class ShardWriter {
  readonly files: DataFile[] = [];
  readonly #header: string;
  readonly #extension: string;
  readonly #hash = createHash('sha256');
  readonly #length: number;
  #lines: string[] = [];
  #characters = 0;

  constructor(options: { header: string; extension: string; shardLength?: number }) {
    this.#header = options.header;
    this.#extension = options.extension;
    this.#length = options.shardLength ?? shardLength;
  }

  /** Takes the lines of one record. @returns a file, once one is full. */
  add(lines: string): DatasetFile | null {
    this.#lines.push(lines);
    this.#characters += lines.length;
    return this.#characters >= this.#length ? this.#cut() : null;
  }

  /** The last file; null when all rows are in those before it. A folder without rows has one empty file. */
  end(): DatasetFile | null {
    return this.#characters > 0 || this.files.length === 0 ? this.#cut() : null;
  }

  /** Of all files, one after the other. */
  digest(): { bytes: number; sha256: string } {
    return {
      bytes: this.files.reduce((sum, { bytes }) => sum + bytes, 0),
      sha256: this.#hash.digest('hex'),
    };
  }

  #cut(): DatasetFile {
    const content = Buffer.from(this.#header + this.#lines.join(''));
    this.#lines = [];
    this.#characters = 0;
    const path = `data/train-${String(this.files.length).padStart(5, '0')}.${this.#extension}`;
    this.#hash.update(content);
    this.files.push({
      path,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    return { path, content };
  }
}
