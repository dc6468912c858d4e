import { z } from 'zod';
import { comparisonSummarySchema } from '#lib/arena/history-schema.ts';
import { cardSchema } from '#lib/catalog/schema.ts';
import { discoveredEndpointSchema, endpointSchema } from '#lib/endpoints/schema.ts';
import { ballotSchema, revealSchema } from '#lib/preferences/ballot-schema.ts';
import { actionSchema, tagCountSchema } from '#lib/preferences/change-schema.ts';
import { exportCountSchema } from '#lib/preferences/export/manifest.ts';
import { preferenceSchema } from '#lib/preferences/log-schema.ts';
import { viewSchema } from '#lib/preferences/view-schema.ts';

// What answers hold beside what lib has a schema for; their names in the document stand in openapi/components.ts.

const count = z.int().min(0);
const nextCursor = z.string().nullable();

export const endpointListSchema = z.object({ data: z.array(endpointSchema) });
export const discoveredListSchema = z.object({ data: z.array(discoveredEndpointSchema) });
export const cardListSchema = z.object({ data: z.array(cardSchema) });
export const comparisonPageSchema = z.object({ data: z.array(comparisonSummarySchema), nextCursor });
export const preferencePageSchema = z.object({
  data: z.array(preferenceSchema),
  nextCursor,
  count: z.object({ value: count, exact: z.boolean() }),
});

export const changedPreferenceSchema = z.object({
  preference: preferenceSchema,
  /** What to undo; null when it was so before. */
  actionId: z.string().nullable(),
});
export const actionPageSchema = z.object({ data: z.array(actionSchema), nextCursor });
export const undoneSchema = z.object({ changed: count });
export const tagListSchema = z.object({ data: z.array(tagCountSchema) });
export const viewListSchema = z.object({ data: z.array(viewSchema) });

export const judgementSchema = z.object({
  ballot: ballotSchema,
  /** Of a blind comparison: who was who. */
  reveal: z.array(revealSchema),
  /** Why the ballot does not count on the leaderboard; empty when it does. */
  excluded: z.array(z.string()),
});

export const exportSizeSchema = exportCountSchema.extend({ bytes: count });

/** Of what happens in a moment. */
export const acceptedSchema = z.object({});
export const liveSchema = z.object({ status: z.literal('live') });
export const readySchema = z.object({ status: z.literal('ready') });
export const documentSchema = z.looseObject({ openapi: z.literal('3.1.1') });
