import { z } from 'zod';
import type { ErrorCode } from '#lib/errors.ts';
import type messages from '#messages/en.json';

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof methods)[number];

/** In the order of the document; each has its words under `api.topics`. */
export const topics = [
  'endpoints',
  'comparisons',
  'turns',
  'ballots',
  'preferences',
  'leaderboard',
  'catalog',
  'service',
] as const;
export type Topic = (typeof topics)[number];

/** What an answer holds, by media type; text without a schema of its own is a string. */
export type Content = Readonly<Record<string, z.ZodType>>;

/** One method of one address: what its route checks and what the document of the API says of it. */
export type Operation<Params = unknown, Query = unknown, Body = unknown> = {
  /** Unique; its words are `api.operations.ID` in the messages. */
  id: keyof (typeof messages)['api']['operations'];
  method: Method;
  /** Behind /api/v1. */
  path: string;
  topic: Topic;
  /** Of the path; what does not fit cannot exist: 404. */
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  /** Without one, the operation takes no body. */
  body?: z.ZodType<Body>;
  /** Instead of `body`: a file that is read as it comes, however long, by the types that it can be sent as. */
  upload?: Content;
  /** By status; null without a body. */
  answers: Readonly<Partial<Record<200 | 201 | 202 | 204, Content | null>>>;
  /** Beside those that follow from the rest; see errors-of.ts. */
  errors?: readonly ErrorCode[];
};

/** Keeps the types of what an operation takes for its route. */
export function defineOperation<Params = unknown, Query = unknown, Body = unknown>(
  operation: Operation<Params, Query, Body>,
): Operation<Params, Query, Body> {
  return operation;
}

export const json = (schema: z.ZodType): Content => ({ 'application/json': schema });

/** Path parameters of what lies below one row. */
export const idParams = z.object({ id: z.uuid() });
/** Demo endpoints and cards have readable ids. */
export const textIdParams = z.object({ id: z.string().min(1).max(120) });
