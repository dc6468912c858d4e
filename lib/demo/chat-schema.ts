import { z } from 'zod';
import { cleanText } from '#lib/clean-text.ts';

const contentSchema = z.union([
  z.string(),
  z
    .array(z.object({ type: z.literal('text'), text: z.string() }))
    .transform((parts) => parts.map(({ text }) => text).join('')),
  z.null().transform(() => ''),
]);

const tokenLimit = z.int().min(1).max(1_000_000).nullish();

/** OpenAI's chat completion request. Fields that a small program cannot honour are let pass, as most servers do. */
export const chatRequestSchema = z.object({
  model: z.string(),
  messages: z
    .array(z.object({ role: z.string(), content: contentSchema.default('').transform(cleanText) }))
    .min(1)
    .max(10_000),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
  max_tokens: tokenLimit,
  max_completion_tokens: tokenLimit,
  temperature: z.number().min(0).max(2).nullish(),
  seed: z.int().nullish(),
  stop: z.union([z.string(), z.array(z.string()).max(16)]).nullish(),
  n: z.literal(1, { error: 'only one choice is offered' }).nullish(),
});
export type ChatRequest = z.infer<typeof chatRequestSchema>;
