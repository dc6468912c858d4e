import { claimFacts, saveFacts, saveFailure } from '#db/queries/live-facts.ts';
import { getNetworkPolicy } from '#lib/endpoints/address-policy.ts';
import { type FactPlaces, publicPlaces } from '#lib/facts/fact-sources.ts';
import { usualLimits } from '#lib/facts/fetch-json.ts';
import { type LookUpContext, lookUpFacts } from '#lib/facts/look-up-facts.ts';
import type { FactSubject } from '#lib/facts/schema.ts';

export type FactOptions = {
  /** Tests bring their own. */
  places?: FactPlaces;
  now?: Date;
  limits?: { totalMs: number; maxBytes: number };
};

type Refresh = {
  /** Whether any source is being asked by this call. */
  isRunning: boolean;
  /** Resolves when all have been asked; never rejects. */
  done: Promise<void>;
};

/** Asks, behind the caller's back, what is due. Whatever fails leaves what was known before. */
export async function refreshFacts(
  subjects: readonly FactSubject[],
  apiKey: string | null,
  { places = publicPlaces, now = new Date(), limits = usualLimits }: FactOptions = {},
): Promise<Refresh> {
  const due = await claimFacts(subjects, now);
  const context = { ...limits, policy: getNetworkPolicy(), places, apiKey, now };
  const asked = due.map((subject) => refreshOne(subject, context));
  return { isRunning: due.length > 0, done: Promise.all(asked).then(() => {}) };
}

async function refreshOne({ source, subject }: FactSubject, context: LookUpContext): Promise<void> {
  try {
    const facts = await lookUpFacts(source, subject, context);
    await saveFacts(source, subject, facts, context.now);
  } catch {
    // Facts are never required: no network, or a database away, is no one's concern here.
    await saveFailure(source, subject).catch(() => {});
  }
}
