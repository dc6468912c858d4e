import { asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { inTransaction, withDatabase } from '#db/client.ts';
import { isTakenBackByHand } from '#db/queries/ballot-marks.ts';
import { toApiBallot } from '#db/queries/ballot-rows.ts';
import { cutPage, formatCursor } from '#db/queries/cursor.ts';
import { matchesFilter } from '#db/queries/preference-filter.ts';
import { toApiResponse, toLabel } from '#db/queries/response-rows.ts';
import { countIndexed } from '#db/queries/search-count.ts';
import { isIndexed, searchLog } from '#db/queries/search-log.ts';
import { countTagged, listTagged } from '#db/queries/tagged-log.ts';
import { ballotExclusions, ballotLanes, ballots } from '#db/schema/ballots.ts';
import { lanes } from '#db/schema/comparisons.ts';
import { ballotNotes, ballotTags } from '#db/schema/marks.ts';
import { responses, turns } from '#db/schema/turns.ts';
import { endpointSnapshotSchema } from '#lib/arena/endpoint-snapshot.ts';
import { AppError } from '#lib/errors.ts';
import type { Page, PageQuery } from '#lib/page-schema.ts';
import {
  type Count,
  outcomeSchema,
  type Preference,
  type PreferenceFilter,
} from '#lib/preferences/log-schema.ts';

type Found = { ballot: typeof ballots.$inferSelect; turn: typeof turns.$inferSelect };
export type PreferencePage = Page<Preference> & { count: Count };

/** Counting stops here; above it the log says "at least". */
const countLimit = 10_000;

/** The log of every rater's ballots, newest first. Whoever judged has seen the models, so nothing is hidden. */
export async function listPreferences(filter: PreferenceFilter, page: PageQuery): Promise<PreferencePage> {
  if (isIndexed(filter)) return searchPreferences(filter, page);
  const { tag } = filter;
  if (tag !== undefined) return listTaggedPreferences({ ...filter, tag }, page);
  const [found, count] = await Promise.all([
    selectFound(matchesFilter(filter, page.cursor), page.limit + 1),
    countPreferences(filter),
  ]);
  const { rows, nextCursor } = cutPage(found, page.limit, ({ ballot }) => ({
    at: ballot.createdAt,
    id: ballot.id,
  }));
  return { data: await toPreferences(rows), nextCursor, count };
}

async function searchPreferences(filter: PreferenceFilter, page: PageQuery): Promise<PreferencePage> {
  const { keys, next, count } = await inTransaction(async (tx) => {
    const found = await searchLog(tx, filter, page);
    const counted = found.count.exact ? null : await countIndexed(tx, filter);
    return { ...found, count: counted ?? found.count };
  }, 'snapshot');
  const ids = keys.map(({ id }) => id);
  return { data: await readPreferences(ids), nextCursor: next && formatCursor(next), count };
}

async function listTaggedPreferences(
  filter: PreferenceFilter & { tag: string },
  { limit, cursor }: PageQuery,
): Promise<PreferencePage> {
  const [keys, count] = await Promise.all([
    listTagged(filter, limit + 1, cursor),
    countTagged(filter, countLimit),
  ]);
  const { rows, nextCursor } = cutPage(keys, limit, (key) => key);
  return { data: await readPreferences(rows.map(({ id }) => id)), nextCursor, count };
}

export async function getPreference(id: string): Promise<Preference> {
  const [preference] = await toPreferences(await selectFound(eq(ballots.id, id), 1));
  if (!preference) throw new AppError('not-found', 'There is no such preference record.');
  return preference;
}

function selectFound(where: ReturnType<typeof matchesFilter>, limit: number): Promise<Found[]> {
  return withDatabase((db) =>
    db
      .select({ ballot: getTableColumns(ballots), turn: getTableColumns(turns) })
      .from(ballots)
      .innerJoin(turns, eq(turns.id, ballots.turnId))
      .where(where)
      .orderBy(desc(ballots.createdAt), desc(ballots.id))
      .limit(limit),
  );
}

/** From the index, which knows it exactly; where it does not, as far as counting is cheap. */
async function countPreferences(filter: PreferenceFilter): Promise<Count> {
  const counted = await inTransaction((tx) => countIndexed(tx, filter), 'snapshot');
  if (counted) return counted;
  const [row] = await withDatabase((db) => {
    const some = db
      .select({ one: sql`1`.as('one') })
      .from(ballots)
      // Left out by the planner where the filter does not ask for it.
      .leftJoin(turns, eq(turns.id, ballots.turnId))
      .where(matchesFilter(filter))
      .limit(countLimit + 1)
      .as('some');
    return db.select({ value: sql<number>`count(*)::int` }).from(some);
  });
  const value = row?.value ?? 0;
  return { value: Math.min(value, countLimit), exact: value <= countLimit };
}

async function readPreferences(ids: readonly string[]): Promise<Preference[]> {
  if (ids.length === 0) return [];
  return toPreferences(await selectFound(inArray(ballots.id, [...ids]), ids.length));
}

async function toPreferences(found: readonly Found[]): Promise<Preference[]> {
  const ids = found.map(({ ballot }) => ballot.id);
  const [laneRows, exclusions, tags, notes] = await Promise.all([
    withDatabase((db) =>
      db
        .select({ ballotLane: ballotLanes, lane: lanes, response: responses })
        .from(ballotLanes)
        .innerJoin(lanes, eq(lanes.id, ballotLanes.laneId))
        .innerJoin(responses, eq(responses.id, ballotLanes.responseId))
        .where(inArray(ballotLanes.ballotId, ids))
        .orderBy(asc(ballotLanes.position)),
    ),
    withDatabase((db) => db.select().from(ballotExclusions).where(inArray(ballotExclusions.ballotId, ids))),
    withDatabase((db) => db.select().from(ballotTags).where(inArray(ballotTags.ballotId, ids))),
    withDatabase((db) => db.select().from(ballotNotes).where(inArray(ballotNotes.ballotId, ids))),
  ]);
  const lanesOf = Map.groupBy(laneRows, (row) => row.ballotLane.ballotId);
  const excludedOf = Map.groupBy(exclusions, (row) => row.ballotId);
  const tagsOf = Map.groupBy(tags, (row) => row.ballotId);
  const noteOf = new Map(notes.map((row) => [row.ballotId, row]));
  return found.map(({ ballot, turn }) => ({
    id: ballot.id,
    ballot: toApiBallot(ballot),
    outcome: outcomeSchema.parse(ballot.outcome),
    raterId: ballot.raterId,
    comparisonId: turn.comparisonId,
    turn: { id: turn.id, index: turn.index, prompt: turn.prompt },
    lanes: (lanesOf.get(ballot.id) ?? []).map(({ ballotLane, lane, response }) => ({
      laneId: ballotLane.laneId,
      label: toLabel(ballotLane.position),
      endpointId: ballotLane.endpointId,
      name: endpointSnapshotSchema.parse(response.endpointSnapshot ?? lane.endpointSnapshot).name,
      cardId: ballotLane.cardId,
      response: toApiResponse(response),
    })),
    ...toExcluded(excludedOf.get(ballot.id) ?? []),
    tags: (tagsOf.get(ballot.id) ?? []).map(({ tag }) => tag).sort(),
    note: toNote(noteOf.get(ballot.id)),
  }));
}

function toExcluded(
  rows: readonly (typeof ballotExclusions.$inferSelect)[],
): Pick<Preference, 'excluded' | 'excludedByHand'> {
  const given = rows.filter(isTakenBackByHand);
  return { excluded: rows.map(({ reason }) => reason), excludedByHand: given.map(({ reason }) => reason) };
}

function toNote(row: typeof ballotNotes.$inferSelect | undefined): Preference['note'] {
  return row ? { text: row.note, raterId: row.raterId, createdAt: row.createdAt.toISOString() } : null;
}
