import { findFacts } from '#app/_lib/facts/find-facts.ts';
import { LiveFacts } from '#components/catalog/live-facts.tsx';
import type { Card } from '#lib/catalog/schema.ts';
import { listCardSubjects } from '#lib/facts/list-subjects.ts';

/** What the hub says of the model's repository: the last known; what is asked for now is there at the next visit. */
export async function CardHubFacts({ card }: { card: Card }) {
  const facts = await findFacts(listCardSubjects(card.access.hubIds), null).catch(() => null);
  const [first] = facts?.data ?? [];
  return first ? <LiveFacts level={2} title={first.subject} facts={[first]} /> : null;
}
