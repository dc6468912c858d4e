import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import type { Cursor } from '#db/queries/cursor.ts';
import { matchesFilter } from '#db/queries/preference-filter.ts';
import { SearchCandidates } from '#db/queries/search-candidates.ts';
import { facetsOf, selectDocuments, toDocument } from '#db/queries/search-documents.ts';
import type { SearchKey } from '#db/queries/search-keys.ts';
import { windowOf } from '#db/queries/search-segments.ts';
import { ballots } from '#db/schema/ballots.ts';
import { turns } from '#db/schema/turns.ts';
import type { Count, PreferenceFilter } from '#lib/preferences/log-schema.ts';
import { facetGram, gramsOfTerm } from '#lib/preferences/search/grams.ts';
import { containsTerms, parseSearch } from '#lib/preferences/search/search-terms.ts';

/** Records that one request looks into at most, so that none takes long; the cursor says where to go on. */
const mostExamined = 2_000;
/** It stops sooner where reading takes longer than this, in ms: records that were not in memory come slowly. */
const mostMilliseconds = 50;
const examinedAtOnce = 100;
/** Looked into for the count alone. */
const examinedToCount = 400;

export type Found = {
  keys: SearchKey[];
  /** The last record looked at; null at the end of the log. */
  next: Cursor | null;
  count: Count;
};

/** Whether the index answers this filter sooner than the tables: their own indexes know one property at most. */
export function isIndexed(filter: PreferenceFilter): boolean {
  const facets = facetsOf(filter);
  const isKept = facets.every(([name]) => name === 'outcome' || name === 'rater');
  const isFaceted = filter.tag === undefined && facets.length > (isKept ? 1 : 0);
  return parseSearch(filter.q ?? '').length > 0 || isFaceted;
}

/**
 * The next records that match, newest first. A page may hold fewer than asked for although more follow: then the
 * search has looked into as many records as one request may. Without a cursor they are counted as far as that is cheap.
 */
export async function searchLog(
  tx: Transaction,
  filter: PreferenceFilter,
  page: { limit: number; cursor?: string | undefined; mostMs?: number },
): Promise<Found> {
  const end = performance.now() + (page.mostMs ?? mostMilliseconds);
  const terms = parseSearch(filter.q ?? '');
  const candidates = await SearchCandidates.open(tx, gramsOf(filter, terms), windowOf(filter, page.cursor));
  const found: SearchKey[] = [];
  let last: SearchKey | undefined;
  let examined = 0;
  const toCount = terms.length === 0 || page.cursor !== undefined ? 0 : examinedToCount;
  const isEnough = () => found.length > page.limit && examined >= toCount;
  for (;;) {
    const batch = await candidates.next(examinedAtOnce);
    found.push(...(await pickMatching(tx, batch, filter, terms)));
    examined += batch.length;
    last = batch.at(-1) ?? last;
    const isAtEnd = batch.length < examinedAtOnce;
    if (!isAtEnd && !isEnough() && examined < mostExamined && performance.now() < end) continue;
    return {
      keys: found.slice(0, page.limit),
      next: nextOf(found, page.limit, isAtEnd ? undefined : last),
      count: { value: found.length, exact: isAtEnd && page.cursor === undefined },
    };
  }
}

/** What a record that matches has in the index. */
export function gramsOf(filter: PreferenceFilter, terms: readonly string[]): Set<number> {
  const facets = facetsOf(filter).map(([name, value]) => facetGram(name, value));
  return new Set([...facets, ...terms.flatMap(gramsOfTerm)]);
}

function nextOf(found: readonly SearchKey[], limit: number, last: SearchKey | undefined): Cursor | null {
  const key = found.length > limit ? found[limit - 1] : last;
  return key ? { at: new Date(key.at), id: key.id } : null;
}

async function pickMatching(
  tx: Transaction,
  keys: readonly SearchKey[],
  filter: PreferenceFilter,
  terms: readonly string[],
): Promise<SearchKey[]> {
  const passed = await pickByFields(tx, keys, filter);
  if (terms.length === 0 || passed.length === 0) return passed;
  const rows = await tx.execute(selectDocuments(passed, { texts: true }));
  return rows
    .map((row) => toDocument(z.string().parse(row.line)))
    .filter(({ texts }) => containsTerms(texts, terms))
    .map(({ id, at }) => ({ id, at }));
}

/** What the index knows may be old, and of records that wait it knows nothing. */
export async function pickByFields(
  tx: Transaction,
  keys: readonly SearchKey[],
  filter: PreferenceFilter,
): Promise<SearchKey[]> {
  const fields = matchesFilter(filter);
  if (fields === undefined || keys.length === 0) return [...keys];
  const rows = await tx
    .select({ id: ballots.id, at: ballots.createdAt })
    .from(ballots)
    .innerJoin(turns, eq(turns.id, ballots.turnId))
    .where(
      and(
        fields,
        inArray(ballots.id, sql`(select unnest(${`{${keys.map(({ id }) => id).join(',')}}`}::uuid[]))`),
      ),
    );
  const timeOf = new Map(rows.map(({ id, at }) => [id, at.getTime()]));
  return keys.filter(({ id, at }) => timeOf.get(id) === at);
}
