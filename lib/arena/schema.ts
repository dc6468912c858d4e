import { z } from 'zod';
import { laneLabels } from '#lib/arena/lane-labels.ts';
import { modes } from '#lib/arena/modes.ts';
import { maxPromptLength } from '#lib/arena/prompt-length.ts';
import { cleanText } from '#lib/clean-text.ts';
import { paramsSchema } from '#lib/endpoints/schema.ts';

const systemSchema = z.string().max(maxPromptLength).transform(cleanText);
const titleSchema = z.string().trim().min(1).max(200).transform(cleanText);

export const modeSchema = z.enum(modes);

export const laneLabelSchema = z.enum(laneLabels);
export type LaneLabel = z.infer<typeof laneLabelSchema>;

export const laneInputSchema = z.strictObject({
  endpointId: z.string().min(1).max(120),
  params: paramsSchema.optional(),
  system: systemSchema.optional(),
});
export type LaneInput = z.infer<typeof laneInputSchema>;

export const comparisonInputSchema = z.discriminatedUnion('mode', [
  z.strictObject({
    mode: z.literal('open'),
    lanes: z.array(laneInputSchema).min(1).max(8),
    system: systemSchema.optional(),
    title: titleSchema.optional(),
  }),
  z.strictObject({
    mode: z.literal('blind'),
    count: z.int().min(2).max(4).optional(),
    endpointIds: z.array(z.string().min(1).max(120)).min(2).max(100).optional(),
    system: systemSchema.optional(),
  }),
]);
export type ComparisonInput = z.infer<typeof comparisonInputSchema>;

export const comparisonPatchSchema = z.strictObject({ title: titleSchema });

export const turnInputSchema = z.strictObject({
  prompt: z
    .string()
    .min(1, { error: 'must not be empty' })
    .max(maxPromptLength)
    .transform(cleanText)
    .refine((prompt) => prompt.trim() !== '', { error: 'must not be empty' }),
  idempotencyKey: z.string().min(1).max(200).optional(),
});
export type TurnInput = z.infer<typeof turnInputSchema>;

export const stopInputSchema = z.strictObject({ laneId: z.uuid().optional() });

export const responseStatuses = [
  'pending',
  'streaming',
  'complete',
  'stopped',
  'failed',
  'interrupted',
] as const;
export const responseStatusSchema = z.enum(responseStatuses);
export type ResponseStatus = z.infer<typeof responseStatusSchema>;

export const usageSchema = z.object({
  inputTokens: z.number(),
  outputTokens: z.number(),
  reasoningTokens: z.number(),
  estimated: z.boolean(),
});

export const timingSchema = z.object({
  timeToFirstTextMs: z.number().nullable(),
  durationMs: z.number(),
  tokensPerSecond: z.number().nullable(),
});

export const responseSchema = z.object({
  laneId: z.string(),
  status: responseStatusSchema,
  text: z.string(),
  reasoning: z.string().nullable(),
  finishReason: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  attempts: z.number().nullable(),
  usage: usageSchema.nullable(),
  timing: timingSchema.nullable(),
  costUsd: z.number().nullable(),
  /** The price list that the cost was estimated by; absent where the endpoint has a price of its own. */
  costSource: z.string().optional(),
});
export type Response = z.infer<typeof responseSchema>;

/** `running` until every lane has ended; then `complete`, whatever became of the lanes. */
export const turnStatusSchema = z.enum(['running', 'complete']);
export type TurnStatus = z.infer<typeof turnStatusSchema>;

export const turnSchema = z.object({
  id: z.string(),
  comparisonId: z.string(),
  index: z.number(),
  prompt: z.string(),
  status: turnStatusSchema,
  createdAt: z.string(),
  responses: z.array(responseSchema),
});
export type Turn = z.infer<typeof turnSchema>;

/** While a comparison is blind, endpointId, name, cardId, params and system are null. */
export const laneSchema = z.object({
  id: z.string(),
  position: z.number(),
  label: laneLabelSchema,
  endpointId: z.string().nullable(),
  name: z.string().nullable(),
  cardId: z.string().nullable(),
  params: paramsSchema.nullable(),
  system: z.string().nullable(),
});
export type Lane = z.infer<typeof laneSchema>;

export const comparisonSchema = z.object({
  id: z.string(),
  mode: modeSchema,
  title: z.string(),
  system: z.string().nullable(),
  createdAt: z.string(),
  lanes: z.array(laneSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const eventSchemas = {
  'turn-start': z.object({
    turnId: z.string(),
    lanes: z.array(z.object({ laneId: z.string(), label: laneLabelSchema })),
  }),
  snapshot: z.object({ turnId: z.string(), responses: z.array(responseSchema) }),
  /** A lane of a battle failed: another model was drawn, and all lanes start over. A snapshot follows. */
  redraw: z.object({ turnId: z.string() }),
  'lane-delta': z.object({
    laneId: z.string(),
    /** UTF-16 units from the start of the answer. */
    offset: z.number().optional(),
    text: z.string().optional(),
    reasoningOffset: z.number().optional(),
    reasoning: z.string().optional(),
  }),
  /** While a lane waits for its endpoint: how many lanes it answers before this one; null once the lane is asked. */
  'lane-wait': z.object({ laneId: z.string(), ahead: z.number().nullable() }),
  'lane-end': z.object({ laneId: z.string(), response: responseSchema }),
  /** The lanes have ended but the database has not taken them yet; `turn-end` follows when it has. */
  'save-delayed': z.object({ turnId: z.string() }),
  /** The answers are here, and nowhere else: the database has lost the turn. `turn-end` follows. */
  'save-lost': z.object({ turnId: z.string() }),
  'turn-end': z.object({ turnId: z.string(), status: turnStatusSchema }),
} as const;

export type TurnEvent = {
  [Name in keyof typeof eventSchemas]: { event: Name; data: z.infer<(typeof eventSchemas)[Name]> };
}[keyof typeof eventSchemas];
