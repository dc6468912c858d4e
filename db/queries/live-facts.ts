import { and, eq, or, sql } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';
import { liveFacts } from '#db/schema/live-facts.ts';
import type { FactSource } from '#lib/facts/fact-sources.ts';
import { type FactSubject, factSubjectSchema, type LiveFacts, liveFactsSchema } from '#lib/facts/schema.ts';

/** One row of what is kept; `facts` is null while its source has said nothing. */
export type StoredFacts = FactSubject & {
  facts: LiveFacts | null;
  fetchedAt: Date | null;
  attemptedAt: Date;
  isPending: boolean;
};

/** A day, while the source answers; after a failure it is asked again sooner. In seconds. */
const refreshAfter = { success: 24 * 60 * 60, failure: 10 * 60 };

const isSubject = ({ source, subject }: FactSubject) =>
  and(eq(liveFacts.source, source), eq(liveFacts.subject, subject));

/** In no order; those that were never asked about are not there. */
export async function listStoredFacts(subjects: readonly FactSubject[]): Promise<StoredFacts[]> {
  if (subjects.length === 0) return [];
  const rows = await withDatabase((db) =>
    db
      .select()
      .from(liveFacts)
      .where(or(...subjects.map(isSubject))),
  );
  return rows.map((row) => ({
    ...row,
    ...factSubjectSchema.parse(row),
    // What another version wrote may not be readable: it is asked for again in a day.
    facts: liveFactsSchema.safeParse(row.facts).data ?? null,
  }));
}

/** Those of the subjects that are due; from now on they are the caller's to ask, here and in other processes. */
export async function claimFacts(subjects: readonly FactSubject[], now: Date): Promise<FactSubject[]> {
  if (subjects.length === 0) return [];
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
  const due = sql`${liveFacts.attemptedAt} < case when ${liveFacts.fetchedAt} = ${liveFacts.attemptedAt}
    then ${before(refreshAfter.success).toISOString()}::timestamptz
    else ${before(refreshAfter.failure).toISOString()}::timestamptz end`;
  const rows = await withDatabase((db) =>
    db
      .insert(liveFacts)
      .values(subjects.map((subject) => ({ ...subject, attemptedAt: now, isPending: true })))
      .onConflictDoUpdate({
        target: [liveFacts.source, liveFacts.subject],
        set: { attemptedAt: now, isPending: true },
        setWhere: due,
      })
      .returning({ source: liveFacts.source, subject: liveFacts.subject }),
  );
  return rows.map((row) => factSubjectSchema.parse(row));
}

/** The source has answered the attempt of `now`. */
export async function saveFacts(
  source: FactSource,
  subject: string,
  facts: LiveFacts | null,
  now: Date,
): Promise<void> {
  await withDatabase((db) =>
    db
      .update(liveFacts)
      .set({ facts, fetchedAt: now, attemptedAt: now, isPending: false })
      .where(isSubject({ source, subject })),
  );
}

/** What it said before stays. */
export async function saveFailure(source: FactSource, subject: string): Promise<void> {
  await withDatabase((db) =>
    db.update(liveFacts).set({ isPending: false }).where(isSubject({ source, subject })),
  );
}
