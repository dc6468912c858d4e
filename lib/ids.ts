import { randomUUIDv7 } from 'node:crypto';

/** A new id: a UUIDv7 string, so ids sort by creation time. */
export function createId(): string {
  return randomUUIDv7();
}
