import { joinFacts, listEndpointSubjects } from '#app/_lib/facts/find-facts.ts';
import { type FactOptions, refreshFacts } from '#app/_lib/facts/refresh-facts.ts';
import { listStoredFacts } from '#db/queries/live-facts.ts';
import type { AskEndpoint, CallableEndpoint } from '#lib/endpoints/ask.ts';
import { costOf } from '#lib/endpoints/ask-endpoint.ts';
import type { FoundFacts } from '#lib/facts/schema.ts';
import { getSettings } from '#lib/settings.ts';

/** Estimates what an answer costs by published prices, where the endpoint has no price of its own. */
export function withListPrice(ask: AskEndpoint, options: FactOptions = {}): AskEndpoint {
  return async (asked, observer) => {
    const result = await ask(asked, observer);
    if (asked.endpoint.price !== null || result.usage === null) return result;
    // A price is never required: without the database the answer just has none.
    const found = await findListPrice(asked.endpoint, options).catch(() => null);
    if (!found?.facts.price) return result;
    return { ...result, costUsd: costOf(result.usage, found.facts.price), costSource: found.source };
  };
}

/** The service's own price before that of a list. */
async function findListPrice(endpoint: CallableEndpoint, options: FactOptions): Promise<FoundFacts | null> {
  const subjects = await listEndpointSubjects({ ...endpoint, cardId: null }, options);
  const priced = subjects.filter(({ source }) => source === 'openrouter' || source === 'genai-prices');
  if (priced.length === 0) return null;
  const now = options.now ?? new Date();
  // For the next answer: this one does not wait.
  if (getSettings().fetchesLiveFacts) void refreshFacts(priced, null, { ...options, now }).catch(() => {});
  const found = await joinFacts(priced, await listStoredFacts(priced), now);
  return found.find(({ facts }) => facts.price !== undefined) ?? null;
}
