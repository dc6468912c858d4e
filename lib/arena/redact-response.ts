import type { Response } from '#lib/arena/schema.ts';

/** A response without anything that hints at the model behind it: what a rater may see while blind. */
export function redactResponse({ costSource: _, ...response }: Response): Response {
  return {
    ...response,
    reasoning: null,
    finishReason: null,
    error: response.error === null ? null : { code: 'endpoint-failed', message: 'This answer failed.' },
    attempts: null,
    usage: null,
    timing: null,
    costUsd: null,
  };
}
