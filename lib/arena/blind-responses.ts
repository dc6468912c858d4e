import type { IdentityMask } from '#lib/arena/identity-mask.ts';
import { redactResponse } from '#lib/arena/redact-response.ts';
import type { Response, ResponseStatus } from '#lib/arena/schema.ts';

export const isWhole = ({ status, text }: Pick<Response, 'status' | 'text'>): boolean =>
  status === 'complete' && text.trim() !== '';

/**
 * How much of every (masked) answer may be seen once all lanes have ended. Where one is not whole, the battle is void and no
 * answer shows more than the shortest broken one: which lane broke, and when, stays unknown.
 */
export function endReach(responses: readonly Pick<Response, 'status' | 'text'>[]): number {
  const broken = responses.filter((response) => !isWhole(response));
  const lengths = (broken.length > 0 ? broken : responses).map((response) => response.text.length);
  return broken.length > 0 ? Math.min(...lengths) : Math.max(0, ...lengths);
}

/** One status for all lanes: they end together, and where one breaks all are void. */
export function commonStatus(responses: readonly Pick<Response, 'status' | 'text'>[]): ResponseStatus {
  if (responses.every(isWhole)) return 'complete';
  return responses.every((response) => isWhole(response) || response.status === 'stopped')
    ? 'stopped'
    : 'failed';
}

/**
 * The answers of one turn as its rater may see them while blind: the answers' own words, masked, and nothing that
 * differs between lanes. While they are being written only the event stream shows them, at its own pace.
 */
export function blindResponses(
  responses: readonly Response[],
  isRunning: boolean,
  mask: IdentityMask,
): Response[] {
  const status = isRunning ? 'streaming' : commonStatus(responses);
  const masked = responses.map((response) => ({ ...response, text: mask.apply(response.text) }));
  const reach = isRunning ? 0 : endReach(masked);
  return masked.map(({ laneId, text }) => showBlind(laneId, status, cutBetweenSigns(text, reach)));
}

export function showBlind(laneId: string, status: ResponseStatus, text: string): Response {
  const error = status === 'failed' ? { code: 'endpoint-failed', message: '' } : null;
  return redactResponse({ ...bare, laneId, status, text, error });
}

const bare = {
  reasoning: null,
  finishReason: null,
  attempts: null,
  usage: null,
  timing: null,
  costUsd: null,
};

/** The first `length` units, or one less where that would cut a sign in two. */
export function cutBetweenSigns(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, length < text.length && last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}
