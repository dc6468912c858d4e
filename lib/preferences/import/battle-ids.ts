import { hash } from 'node:crypto';
import type { Battle } from '#lib/preferences/import/battle.ts';
import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';

/** How many ids have their place in the free bits of version 8. */
const idsPerDigest = 4_096;

/**
 * The ids of all that a vote becomes, from the source's own: the same row gives the same ids wherever and however often
 * it is read. They are UUIDs of version 8 (RFC 9562): the time in milliseconds, as version 7 begins, so that what
 * belongs together stands together in the database's indexes; then a number of 12 bits, and 62 bits of a digest.
 */
export class BattleIds {
  readonly comparison: string;
  readonly ballot: string;
  readonly #name: string;
  readonly #time: string;
  #digest = '';
  #lot = -1;

  constructor(format: ImportFormatName, { at, sourceId }: Battle) {
    const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0').slice(-12);
    this.#time = `${time.slice(0, 8)}-${time.slice(8)}-8`;
    this.#name = `${format}\n${sourceId}`;
    this.comparison = this.#at(0);
    this.ballot = this.#at(1);
  }

  /** @param position 0 or 1. */
  lane(position: number): string {
    return this.#at(2 + position);
  }

  turn(index: number): string {
    return this.#at(4 + 3 * index);
  }

  response(turn: number, position: number): string {
    return this.#at(5 + 3 * turn + position);
  }

  #at(number: number): string {
    const lot = Math.floor(number / idsPerDigest);
    if (lot !== this.#lot) this.#digest = toDigest(lot === 0 ? this.#name : `${this.#name}\n${lot}`);
    this.#lot = lot;
    return this.#time + (number % idsPerDigest).toString(16).padStart(3, '0') + this.#digest;
  }
}

function toDigest(name: string): string {
  const hex = hash('sha256', name, 'hex');
  const variant = ((Number.parseInt(hex.slice(0, 1), 16) & 0x3) | 0x8).toString(16);
  return `-${variant}${hex.slice(1, 4)}-${hex.slice(4, 16)}`;
}
