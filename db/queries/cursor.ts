import { z } from 'zod';
import { AppError } from '#lib/errors.ts';

/** The sort key of the last row of a page: time, then id. */
export type Cursor = { at: Date; id: string };

const cursorSchema = z.tuple([z.int().min(0).max(8.64e15), z.uuid()]);

export function formatCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url');
}

/** @throws AppError `invalid-request` for anything formatCursor did not make. */
export function parseCursor(text: string): Cursor {
  const json = Buffer.from(text, 'base64url').toString();
  const parsed = z
    .string()
    .transform((value, context) => {
      try {
        return JSON.parse(value) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(cursorSchema)
    .safeParse(json);
  if (!parsed.success) {
    throw new AppError('invalid-request', 'The cursor is not one of ours.', {
      details: [{ path: 'cursor', message: 'must be the nextCursor of an earlier page' }],
    });
  }
  const [time, id] = parsed.data;
  return { at: new Date(time), id };
}

/** Cuts a list that was read with one row more than the page holds. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => Cursor,
): { rows: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > limit && last ? formatCursor(keyOf(last)) : null };
}
