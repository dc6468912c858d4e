import { z } from 'zod';
import { modeSchema } from '#lib/arena/schema.ts';
import { importFormatNames } from '#lib/preferences/import/format-names.ts';
import { outcomeSchema } from '#lib/preferences/log-schema.ts';
import { rejectedRowSchema } from '#lib/records/row-fault.ts';

/** The query of `POST /imports/preview`. */
export const previewQuerySchema = z.strictObject({
  /** Recognised by the names of the fields when not given. */
  format: z.enum(importFormatNames).optional(),
});

/** What the first rows of a file would become. */
export const importPreviewSchema = z.object({
  /** Null: no known format has such fields. */
  format: z.enum(importFormatNames).nullable(),
  /** Names in the order in which they come first. */
  fields: z.array(z.string()),
  rows: z.array(
    z.object({
      line: z.int(),
      prompt: z.string(),
      models: z.array(z.string()),
      /** The models of the first place. */
      winners: z.array(z.string()),
      outcome: outcomeSchema,
      mode: modeSchema,
      raterId: z.string(),
      createdAt: z.string(),
      turns: z.int(),
    }),
  ),
  /** Rows that hold no vote, such as the chat lines of a log. */
  ignored: z.int().min(0),
  rejected: z.array(rejectedRowSchema),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;
