import type { NetworkPolicy } from '#lib/endpoints/address-policy.ts';
import { guardedFetch, readLimited } from '#lib/endpoints/guarded-fetch.ts';

export type FetchLimits = {
  policy: NetworkPolicy;
  /** For the whole answer. */
  totalMs: number;
  maxBytes: number;
};

export const usualLimits = { totalMs: 10_000, maxBytes: 16 * 1024 * 1024 };

/** Repositories that were renamed point to their new place. */
const maxRedirects = 2;
/** The hub says 401 of repositories that do not exist, since they might be private. */
const saysNothing = [401, 403, 404, 410];

/** The JSON at `url`; null when there is nothing. @throws Error for anything else: no network, 500, no JSON, too large. */
export async function fetchJson(
  url: string,
  { policy, totalMs, maxBytes }: FetchLimits,
  apiKey: string | null = null,
): Promise<unknown> {
  const authorization = apiKey === null ? {} : { authorization: `Bearer ${apiKey}` };
  const response = await guardedFetch(
    url,
    { headers: { accept: 'application/json', ...authorization }, signal: AbortSignal.timeout(totalMs) },
    { policy, connectMs: Math.min(totalMs, 5_000), maxRedirects },
  );
  if (saysNothing.includes(response.status)) {
    await response.body?.cancel();
    return null;
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`HTTP ${response.status}`);
  }
  return JSON.parse(await readLimited(response, maxBytes));
}
