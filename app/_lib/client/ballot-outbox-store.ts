import { z } from 'zod';
import { ballotKeyPrefix } from '#app/_lib/client/ballot-key.ts';
import { type BallotInput, ballotInputSchema } from '#lib/preferences/ballot-schema.ts';

/** A ballot on its way. `key` tells one version from the next; `failure` is set once the server refused it for good. */
export type OutboxEntry = {
  key: string;
  input: BallotInput;
  failure: { code: string; message: string } | null;
};

const entrySchema = z.object({
  key: z.string(),
  input: ballotInputSchema,
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
});

/** The turn a storage key speaks of; null for keys of others. */
export function turnIdOfKey(storageKey: string): string | null {
  return storageKey.startsWith(ballotKeyPrefix) ? storageKey.slice(ballotKeyPrefix.length) : null;
}

/**
 * Entries by turn, in the storage all tabs share. Where storage is full or forbidden an entry lives in this
 * page alone, which `isDurable` tells.
 */
export class BallotOutboxStore {
  readonly #storage: Storage | null;
  readonly #memory = new Map<string, OutboxEntry>();

  constructor(storage: Storage | null) {
    this.#storage = storage;
  }

  isDurable(turnId: string): boolean {
    return this.#storage !== null && !this.#memory.has(turnId);
  }

  read(turnId: string): OutboxEntry | null {
    const inMemory = this.#memory.get(turnId);
    if (inMemory !== undefined) return inMemory;
    const text = this.#storage?.getItem(ballotKeyPrefix + turnId) ?? null;
    if (text === null) return null;
    try {
      const entry = entrySchema.safeParse(JSON.parse(text));
      return entry.success ? entry.data : null;
    } catch {
      return null;
    }
  }

  write(turnId: string, entry: OutboxEntry): void {
    try {
      if (this.#storage === null) throw new Error('no storage');
      this.#storage.setItem(ballotKeyPrefix + turnId, JSON.stringify(entry));
      this.#memory.delete(turnId);
    } catch {
      // An older version left in storage would be sent at the next visit and undo this one.
      this.#storage?.removeItem(ballotKeyPrefix + turnId);
      this.#memory.set(turnId, entry);
    }
  }

  remove(turnId: string): void {
    this.#memory.delete(turnId);
    this.#storage?.removeItem(ballotKeyPrefix + turnId);
  }

  turnIds(): readonly string[] {
    const storage = this.#storage;
    const keys =
      storage === null ? [] : Array.from({ length: storage.length }, (_, index) => storage.key(index));
    const stored = keys.flatMap((key) => (key === null ? [] : (turnIdOfKey(key) ?? [])));
    return [...new Set([...stored, ...this.#memory.keys()])];
  }
}
