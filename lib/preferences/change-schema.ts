import { z } from 'zod';
import { cleanText } from '#lib/clean-text.ts';
import { exclusionReasons, importedReason } from '#lib/preferences/exclusions.ts';
import { preferenceFilterSchema } from '#lib/preferences/log-schema.ts';

const words = (most: number) =>
  z
    .string()
    .min(1, { error: 'must not be empty' })
    .max(most)
    .transform((text) => cleanText(text).normalize('NFC').replace(/\s+/gu, ' ').trim())
    .refine((text) => text !== '', { error: 'must not be empty' });

/** Upper and lower case differ; spaces do not count at the ends and count once in between. */
export const tagSchema = words(50);

/** Words that a filter or a rule of Baijia's own means otherwise. */
const takenReasons: readonly string[] = [...exclusionReasons, importedReason, 'rater-anomaly', 'any', 'none'];
/** Why a ballot shall not count, in words. */
export const reasonSchema = words(200).refine((reason) => !takenReasons.includes(reason), {
  error: 'is a reason that Baijia gives itself',
});

export const noteSchema = z
  .string()
  .max(20_000)
  .transform((text) => cleanText(text).trim());

const onMany = [
  z.strictObject({ kind: z.literal('tag'), value: tagSchema }),
  z.strictObject({ kind: z.literal('untag'), value: tagSchema }),
  z.strictObject({ kind: z.literal('exclude'), value: reasonSchema }),
  /** Takes back a reason that was given by hand or by an import; what else excludes a ballot stays. */
  z.strictObject({ kind: z.literal('include'), value: z.literal(importedReason).or(reasonSchema) }),
] as const;

/** What a person does to one ballot of the log; the ballot itself is never changed. */
export const changeSchema = z.discriminatedUnion('kind', [
  ...onMany,
  /** In the place of the note before; an empty one takes it away. */
  z.strictObject({ kind: z.literal('note'), value: noteSchema }),
]);
export type Change = z.infer<typeof changeSchema>;

/** A filter of the log in JSON instead of an address. */
export const filterBodySchema = preferenceFilterSchema.extend({ hasComment: z.boolean().optional() });

export const bulkInputSchema = z.strictObject({
  filter: filterBodySchema,
  change: z.discriminatedUnion('kind', onMany),
  /** Refused when another number of ballots matches by now. */
  expected: z.int().min(0).optional(),
  /** Counts what matches, changes nothing. */
  dryRun: z.boolean().default(false),
});
export type BulkInput = z.infer<typeof bulkInputSchema>;

const count = z.int().min(0);
/** What to undo; null when nothing was to be changed. */
const actionId = z.string().nullable();

export const bulkAnswerSchema = z.object({
  /** Ballots that match, and those among them that were not so before. */
  matched: count,
  changed: count,
  actionId,
});
export type BulkAnswer = z.infer<typeof bulkAnswerSchema>;

export const actionSchema = z.object({
  id: z.string(),
  kind: z.enum(['tag', 'untag', 'exclude', 'include', 'note']),
  value: z.string(),
  /** null on a single ballot. */
  filter: filterBodySchema.nullable(),
  /** How many ballots it has changed. */
  ballots: count,
  createdAt: z.string(),
  undoneAt: z.string().nullable(),
});
export type Action = z.infer<typeof actionSchema>;

export const tagCountSchema = z.object({ tag: z.string(), ballots: count });
export type TagCount = z.infer<typeof tagCountSchema>;
