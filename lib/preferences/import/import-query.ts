import { z } from 'zod';
import { importFormatNames } from '#lib/preferences/import/format-names.ts';

export const importFormatParams = z.object({ format: z.enum(importFormatNames) });

/** The query of `POST /imports/{format}`. */
export const importQuerySchema = z.strictObject({
  /** Reads and checks, stores nothing. */
  dryRun: z.stringbool().default(false),
  /** Whether imported ballots count; `in` for baijia, `out` for the others when not given. */
  leaderboard: z.enum(['in', 'out']).optional(),
});

/** A form that sends the file itself. The name of its field does not matter. */
export const fileFormSchema = z.strictObject({ file: z.file() });
