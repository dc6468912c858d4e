import { z } from 'zod';
import type { Message } from '#lib/endpoints/ask.ts';
import { styleFeatures } from '#lib/rating/style-features.ts';

const count = z.int().min(0);
const headersSchema = z.strictObject({ h1: count, h2: count, h3: count, h4: count, h5: count, h6: count });
const listsSchema = z.strictObject({ ordered: count, unordered: count });
const boldSchema = z.strictObject({ '**': count, __: count });

export const arenaMetadataSchema = z.strictObject({
  sum_user_tokens: count,
  sum_assistant_a_tokens: count,
  sum_assistant_b_tokens: count,
  context_a_tokens: count,
  context_b_tokens: count,
  turns: count,
  header_count_a: headersSchema,
  header_count_b: headersSchema,
  list_count_a: listsSchema,
  list_count_b: listsSchema,
  bold_count_a: boldSchema,
  bold_count_b: boldSchema,
});

/** What the arena's style control reads of two conversations. Tokens are words, and single signs in CJK. */
export function arenaMetadata(
  a: readonly Message[],
  b: readonly Message[],
): z.infer<typeof arenaMetadataSchema> {
  const sideA = measure(a);
  const sideB = measure(b);
  return {
    sum_user_tokens: sideA.userTokens,
    sum_assistant_a_tokens: sideA.assistantTokens,
    sum_assistant_b_tokens: sideB.assistantTokens,
    context_a_tokens: sideA.contextTokens,
    context_b_tokens: sideB.contextTokens,
    turns: a.filter(({ role }) => role === 'user').length,
    header_count_a: sideA.headers,
    header_count_b: sideB.headers,
    list_count_a: sideA.lists,
    list_count_b: sideB.lists,
    bold_count_a: sideA.bold,
    bold_count_b: sideB.bold,
  };
}

export const countTokens = (text: string) => styleFeatures(text).tokens;

function measure(messages: readonly Message[]) {
  const sum = (some: readonly Message[]) =>
    some.reduce((total, { content }) => total + countTokens(content), 0);
  const assistant = messages.filter(({ role }) => role === 'assistant');
  const text = assistant.map(({ content }) => content).join('\n');
  const headerCount = (level: number) => matches(text, new RegExp(`^ {0,3}#{${level}}[ \\t]+\\S`, 'gm'));
  return {
    userTokens: sum(messages.filter(({ role }) => role === 'user')),
    assistantTokens: sum(assistant),
    contextTokens: sum(messages.slice(0, -1)),
    headers: {
      h1: headerCount(1),
      h2: headerCount(2),
      h3: headerCount(3),
      h4: headerCount(4),
      h5: headerCount(5),
      h6: headerCount(6),
    },
    lists: {
      ordered: matches(text, /^[ \t]*\d{1,9}[.)][ \t]+\S/gm),
      unordered: matches(text, /^[ \t]*[-*+][ \t]+\S/gm),
    },
    bold: { '**': matches(text, /\*\*(?=\S)[^*\n]+\*\*/g), __: matches(text, /__(?=\S)[^_\n]+__/g) },
  };
}

const matches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
