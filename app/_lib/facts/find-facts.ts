import { type FactOptions, refreshFacts } from '#app/_lib/facts/refresh-facts.ts';
import { listStoredFacts, type StoredFacts } from '#db/queries/live-facts.ts';
import { findCard } from '#lib/catalog/cards.ts';
import { publicPlaces } from '#lib/facts/fact-sources.ts';
import { listSubjects } from '#lib/facts/list-subjects.ts';
import { findPackagedPrices } from '#lib/facts/price-list.ts';
import type { FactSubject, FactsAnswer, FoundFacts } from '#lib/facts/schema.ts';
import { getSettings } from '#lib/settings.ts';

type AskedEndpoint = { baseUrl: string; model: string; cardId: string | null };

/** What is known of an endpoint's model elsewhere; what is due is asked for meanwhile. */
export async function findEndpointFacts(
  endpoint: AskedEndpoint,
  openKey: () => Promise<string | null>,
  options: FactOptions = {},
): Promise<FactsAnswer> {
  const subjects = await listEndpointSubjects(endpoint, options);
  // The key is opened only where it can be of use; one that cannot be read is no reason to know nothing.
  const needsKey = subjects.some(({ source }) => source === 'openai') && getSettings().fetchesLiveFacts;
  const apiKey = needsKey ? await openKey().catch(() => null) : null;
  return findFacts(subjects, apiKey, options);
}

export async function findFacts(
  subjects: readonly FactSubject[],
  apiKey: string | null,
  options: FactOptions = {},
): Promise<FactsAnswer> {
  const isOff = !getSettings().fetchesLiveFacts;
  if (!isOff) await refreshFacts(subjects, apiKey, options);
  const stored = await listStoredFacts(subjects);
  const now = options.now ?? new Date();
  return {
    data: await joinFacts(subjects, stored, now),
    state: isOff ? 'off' : stored.some((facts) => isUnderWay(facts, now)) ? 'refreshing' : 'current',
  };
}

export function listEndpointSubjects(
  { baseUrl, model, cardId }: AskedEndpoint,
  { places = publicPlaces }: FactOptions = {},
): Promise<FactSubject[]> {
  const hubIds = cardId === null ? [] : (findCard(cardId)?.access.hubIds ?? []);
  return listSubjects({ baseUrl, model }, hubIds, places);
}

/** In the order of the subjects; prices that nobody has said yet are the package's. */
export async function joinFacts(
  subjects: readonly FactSubject[],
  stored: readonly StoredFacts[],
  now: Date,
): Promise<FoundFacts[]> {
  const found = subjects.map(async ({ source, subject }): Promise<FoundFacts | null> => {
    const row = stored.find((other) => other.source === source && other.subject === subject);
    if (row?.facts && row.fetchedAt) {
      return { source, subject, facts: row.facts, asOf: row.fetchedAt.toISOString() };
    }
    return source === 'genai-prices' ? findPackagedPrices(subject, now) : null;
  });
  return (await Promise.all(found)).filter((facts) => facts !== null);
}

/** Longer than any source may take; a process that ended meanwhile will not come back to it. */
const longestMs = 30_000;

const isUnderWay = ({ isPending, attemptedAt }: StoredFacts, now: Date) =>
  isPending && now.getTime() - attemptedAt.getTime() < longestMs;
