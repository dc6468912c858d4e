import { isRecord } from '#lib/endpoints/wire/record.ts';

export type WireUsage = { inputTokens: number; outputTokens: number; reasoningTokens: number };

function count(...values: unknown[]): number {
  for (const value of values) {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return Math.round(number);
  }
  return 0;
}

/** Counts under any of the names servers use; null when there is no positive one. */
export function readUsage(value: unknown): WireUsage | null {
  if (!isRecord(value)) return null;
  const details = value.completion_tokens_details ?? value.output_tokens_details;
  const reasoningTokens = count(
    isRecord(details) ? details.reasoning_tokens : undefined,
    value.reasoning_tokens,
  );
  const inputTokens = count(value.prompt_tokens, value.input_tokens, value.prompt_eval_count);
  let outputTokens = count(value.completion_tokens, value.output_tokens, value.eval_count);
  // xAI counts thinking outside the completion; the total gives it away.
  const isOutside = reasoningTokens > outputTokens;
  const total = count(value.total_tokens);
  if (reasoningTokens > 0 && (isOutside || total === inputTokens + outputTokens + reasoningTokens)) {
    outputTokens += reasoningTokens;
  }
  return inputTokens + outputTokens > 0 ? { inputTokens, outputTokens, reasoningTokens } : null;
}

/** llama.cpp's timings, where it reports no usage. */
export function readTimings(value: unknown): WireUsage | null {
  if (!isRecord(value)) return null;
  const inputTokens = count(value.prompt_n) + count(value.cache_n);
  const outputTokens = count(value.predicted_n);
  return inputTokens + outputTokens > 0 ? { inputTokens, outputTokens, reasoningTokens: 0 } : null;
}
