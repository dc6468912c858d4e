import { z } from 'zod';
import { cleanText } from '#lib/clean-text.ts';
import { protocols } from '#lib/endpoints/protocols.ts';

export const protocolSchema = z.enum(protocols);

export const endpointSources = ['demo', 'environment', 'discovered', 'user'] as const;
export const endpointSourceSchema = z.enum(endpointSources);
export type EndpointSource = z.infer<typeof endpointSourceSchema>;

/** Sampling parameters; only what is given is sent to the server. */
export const paramsSchema = z.strictObject({
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().min(0).max(1).optional(),
  maxTokens: z.int().min(1).max(1_000_000).optional(),
  seed: z.int().optional(),
  stop: z.array(z.string().min(1).max(200).transform(cleanText)).max(16).optional(),
  frequencyPenalty: z.number().min(-2).max(2).optional(),
  presencePenalty: z.number().min(-2).max(2).optional(),
  reasoningEffort: z.enum(['minimal', 'low', 'medium', 'high']).optional(),
});
export type Params = z.infer<typeof paramsSchema>;

/** What the server behind an endpoint can and cannot take. Absent means: unknown, use the protocol's default. */
export const capabilitiesSchema = z.strictObject({
  systemPrompt: z.boolean().optional(),
  multiTurn: z.boolean().optional(),
  streamUsage: z.boolean().optional(),
  maxTokensField: z.enum(['max_tokens', 'max_completion_tokens']).optional(),
  unsupportedParams: z.array(paramsSchema.keyof()).max(8).optional(),
  contextWindow: z.int().min(1).optional(),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

/** US dollars per million tokens. */
export const priceSchema = z.strictObject({
  inputPerMillion: z.number().min(0),
  outputPerMillion: z.number().min(0),
});
export type Price = z.infer<typeof priceSchema>;

/** Deadlines in milliseconds; absent means the default of the run engine. */
export const timeoutsSchema = z.strictObject({
  connectMs: z.int().min(100).optional(),
  headersMs: z.int().min(100).optional(),
  firstTextMs: z.int().min(100).optional(),
  gapMs: z.int().min(100).optional(),
  totalMs: z.int().min(100).optional(),
});
export type Timeouts = z.infer<typeof timeoutsSchema>;

/** How often battles draw an endpoint. */
export const battleSchema = z.strictObject({
  /** 1 is as often as others; 0 keeps it out of battles. */
  weight: z.number().min(0).max(100).default(1),
  /** Every battle has a pinned endpoint in it, where there are any. */
  isPinned: z.boolean().default(false),
});
export type BattleSettings = z.infer<typeof battleSchema>;

const baseUrlSchema = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
  .max(2000)
  .refine((url) => !URL.parse(url)?.username && !URL.parse(url)?.password, {
    error: 'must not hold a user name or password; use the key field',
  });

const headerName = z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, 'is not a header name');
const headerValue = z
  .string()
  .max(4000)
  .regex(/^[\t\x20-\x7e]*$/, 'must be plain ASCII');

export const endpointInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(120).transform(cleanText),
  protocol: protocolSchema,
  baseUrl: baseUrlSchema,
  model: z.string().trim().min(1).max(300).transform(cleanText),
  apiKey: z
    .string()
    .trim()
    .max(4000)
    .regex(/^[\x21-\x7e]*$/, 'must be plain ASCII without spaces')
    .nullish(),
  /**
   * Instead of apiKey: the variable in the server's environment that holds it, as `GET /endpoints/discover` names it.
   * Only for the preset it belongs to, so that no key can be sent elsewhere.
   */
  keyVariable: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,99}$/, 'is not a variable name')
    .optional(),
  headers: z.record(headerName, headerValue).nullish(),
  cardId: z.string().min(1).max(120).nullish(),
  params: paramsSchema.optional(),
  /** Id of a prompt template (lib/endpoints/templates), for protocol `completion`. */
  template: z.string().min(1).max(120).nullish(),
  capabilities: capabilitiesSchema.optional(),
  price: priceSchema.nullish(),
  maxConcurrent: z.int().min(1).max(1000).nullish(),
  timeouts: timeoutsSchema.optional(),
  battle: battleSchema.optional(),
});
export type EndpointInput = z.infer<typeof endpointInputSchema>;

/** PATCH: only the named fields change; `apiKey: null` forgets the key, an absent one keeps it. */
export const endpointPatchSchema = endpointInputSchema
  .omit({ keyVariable: true })
  .partial()
  .extend({ enabled: z.boolean().optional() });
export type EndpointPatch = z.infer<typeof endpointPatchSchema>;

/**
 * An endpoint as the API shows it. A key is never part of it; `keyHint` is the key's last four characters, null also
 * for a key too short to give any away.
 */
export const endpointSchema = z.object({
  id: z.string(),
  name: z.string(),
  protocol: protocolSchema,
  baseUrl: z.string(),
  model: z.string(),
  cardId: z.string().nullable(),
  enabled: z.boolean(),
  capabilities: capabilitiesSchema,
  params: paramsSchema,
  template: z.string().nullable(),
  price: priceSchema.nullable(),
  maxConcurrent: z.number().nullable(),
  timeouts: timeoutsSchema,
  battle: battleSchema,
  hasKey: z.boolean(),
  keyHint: z.string().nullable(),
  headerNames: z.array(z.string()),
  source: endpointSourceSchema,
});
export type Endpoint = z.infer<typeof endpointSchema>;

export const endpointTestResultSchema = z.object({
  ok: z.boolean(),
  timeToFirstTextMs: z.number().nullable(),
  text: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type EndpointTestResult = z.infer<typeof endpointTestResultSchema>;

/** Something that could be added: a server found on this machine, or a preset whose key is in the environment. */
export const discoveredEndpointSchema = z.object({
  source: z.enum(['discovered', 'environment']),
  /** Product or maker: "Ollama", "DeepSeek". */
  provider: z.string(),
  name: z.string(),
  protocol: protocolSchema,
  baseUrl: z.string(),
  /** Model ids the server lists; empty when it must be typed by hand. */
  models: z.array(z.string()),
  /** Name of the environment variable that holds the key; never the key. */
  keyVariable: z.string().nullable(),
  cardId: z.string().nullable(),
});
export type DiscoveredEndpoint = z.infer<typeof discoveredEndpointSchema>;
