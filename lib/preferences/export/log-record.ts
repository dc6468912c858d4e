import { z } from 'zod';
import { endpointSnapshotSchema } from '#lib/arena/endpoint-snapshot.ts';
import {
  modeSchema,
  responseStatusSchema,
  timingSchema,
  turnStatusSchema,
  usageSchema,
} from '#lib/arena/schema.ts';
import { paramsSchema } from '#lib/endpoints/schema.ts';
import { ratingSchema } from '#lib/preferences/ballot-schema.ts';

const timeSchema = z
  .string()
  .transform((value, context) => {
    const time = new Date(value);
    if (!Number.isNaN(time.getTime())) return time.toISOString();
    context.addIssue({ code: 'custom', message: 'must be a time in ISO 8601' });
    return z.NEVER;
  })
  .pipe(z.iso.datetime());

const raterSchema = z.string().min(1).max(200);

const responseRecordSchema = z.object({
  id: z.uuid(),
  attempt: z.int().min(1),
  isCurrent: z.boolean(),
  status: responseStatusSchema,
  text: z.string(),
  reasoning: z.string().nullable(),
  finishReason: z.string().nullable(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  upstreamAttempts: z.int().min(0),
  usage: usageSchema.nullable(),
  timing: timingSchema.nullable(),
  costUsd: z.number().nullable(),
  /** The price list that the cost was estimated by; null where the endpoint has a price of its own. */
  costSource: z.string().max(100).nullish(),
  /** As it was when it was asked. */
  endpoint: endpointSnapshotSchema.nullable(),
  /** What was sent; read for complete records alone. */
  request: z.unknown(),
  createdAt: timeSchema,
  updatedAt: timeSchema,
});

const turnRecordSchema = z.object({
  id: z.uuid(),
  index: z.int().min(0),
  prompt: z.string(),
  status: turnStatusSchema,
  language: z.string().nullable(),
  categories: z.array(z.string()).nullable(),
  promptHash: z.string().nullable(),
  createdAt: timeSchema,
});

const laneRecordSchema = z.object({
  id: z.uuid(),
  position: z.int().min(0).max(7),
  /** Of the lane when the comparison began; the answer has its own. */
  endpoint: endpointSnapshotSchema,
  params: paramsSchema,
  system: z.string().nullable(),
  /** The very answer that was judged. */
  response: responseRecordSchema,
});
export type LaneRecord = z.infer<typeof laneRecordSchema>;

/** A complete answer of which nothing is known. Its fields stand in the order in which files have them. */
export const emptyResponse: LaneRecord['response'] = {
  id: '',
  attempt: 1,
  isCurrent: true,
  status: 'complete',
  text: '',
  reasoning: null,
  finishReason: null,
  errorCode: null,
  errorMessage: null,
  upstreamAttempts: 0,
  usage: null,
  timing: null,
  costUsd: null,
  endpoint: null,
  request: null,
  createdAt: '',
  updatedAt: '',
};

/** An earlier turn of the comparison, with the answers its lanes went on from. */
const pastTurnSchema = turnRecordSchema.extend({
  responses: z.array(responseRecordSchema.extend({ laneId: z.uuid() })),
});

/** All that is known of one ballot, complete without anything that can change. The line of a `baijia` file. */
export const logRecordSchema = z.object({
  format: z.literal('baijia-1'),
  id: z.uuid(),
  raterId: raterSchema,
  mode: modeSchema,
  ranking: z.array(z.array(z.uuid())),
  allBad: z.boolean(),
  strength: z.int().min(1).max(3).nullable(),
  ratings: z.record(z.uuid(), ratingSchema),
  comment: z.string().nullable(),
  durationMs: z.int().min(0).nullable(),
  revision: z.int().min(1),
  createdAt: timeSchema,
  updatedAt: timeSchema,
  comparison: z.object({
    id: z.uuid(),
    raterId: raterSchema,
    mode: modeSchema,
    title: z.string().nullable(),
    system: z.string().nullable(),
    createdAt: timeSchema,
  }),
  turn: turnRecordSchema,
  /** In the order shown. */
  lanes: z.array(laneRecordSchema).min(1).max(8),
  /** Oldest first. */
  past: z.array(pastTurnSchema),
  /** Former states and this one; read for complete records alone. */
  revisions: z.array(z.object({ revision: z.int().min(1), content: z.unknown(), createdAt: timeSchema })),
  exclusions: z.array(z.object({ reason: z.string(), source: z.string(), createdAt: timeSchema })),
  /** Put on it by hand; files from before there were any have neither. */
  tags: z
    .array(z.object({ tag: z.string().min(1).max(50), raterId: raterSchema, createdAt: timeSchema }))
    .default([]),
  note: z
    .object({ text: z.string().min(1).max(20_000), raterId: raterSchema, createdAt: timeSchema })
    .nullable()
    .default(null),
});
export type LogRecord = z.infer<typeof logRecordSchema>;
