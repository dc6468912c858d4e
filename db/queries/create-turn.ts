import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';
import { isUniqueViolation } from '#db/connection-error.ts';
import { isBlindFor } from '#db/queries/blindness.ts';
import { comparisonNotFound, ownComparison } from '#db/queries/comparisons.ts';
import { toSnapshot } from '#db/queries/endpoint-rows.ts';
import { leaseUntil } from '#db/queries/runs.ts';
import { type LaneWork, listPastTurns, type TurnWork, toLaneWork } from '#db/queries/turn-work.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { turns } from '#db/schema/turns.ts';
import { promptTraits } from '#lib/arena/prompt-traits.ts';
import type { TurnInput } from '#lib/arena/schema.ts';
import { AppError } from '#lib/errors.ts';
import { createId } from '#lib/ids.ts';
import type { RaterId } from '#lib/rater.ts';

export type CreatedTurn = {
  turnId: string;
  isBlind: boolean;
  /** What its run is to do; null when the turn was there already. */
  started: { runId: string; work: TurnWork } | null;
};

/**
 * Stores a new turn with one pending response per lane and the run that `owner` is to start for it. The same
 * idempotency key with the same prompt gives the turn that exists.
 * @throws AppError `not-found`; `conflict` while a former turn is running, or for a known key with another prompt.
 */
export async function createTurn(
  raterId: RaterId,
  comparisonId: string,
  input: TurnInput,
  owner: string,
): Promise<CreatedTurn> {
  for (let attempt = 1; ; attempt += 1) {
    const created = await tryCreateTurn(raterId, comparisonId, input, owner).catch((error: unknown) => {
      if (attempt < maxAttempts && isUniqueViolation(error)) return null;
      throw error;
    });
    if (created !== null) return created;
  }
}

/** Another prompt came between reading and writing: what it has left is seen at the next attempt. */
const maxAttempts = 5;

/**
 * Two statements and no lock between them, because the first text waits for every round trip: the unique keys of turns
 * (index, idempotency key, one that runs) refuse what was decided on a state that has passed.
 */
async function tryCreateTurn(
  raterId: RaterId,
  comparisonId: string,
  input: TurnInput,
  owner: string,
): Promise<CreatedTurn> {
  const rows = await readState(raterId, comparisonId, input);
  const [state] = rows;
  if (!state) throw comparisonNotFound();
  const { isBlind, lastIndex } = state;
  if (state.knownId !== null) {
    if (state.knownPrompt !== input.prompt)
      throw new AppError('conflict', 'This idempotency key belongs to another prompt.');
    return { turnId: state.knownId, isBlind, started: null };
  }
  if (state.isRunning) {
    throw new AppError('conflict', 'The last prompt is still being answered. Stop it, or wait for its end.');
  }
  const asked = rows.map((row) => toLaneWork({ ...row, responseId: createId() }));
  const ids = { turnId: createId(), runId: createId() };
  const index = lastIndex + 1;
  const [past] = await Promise.all([
    index === 0 ? [] : withDatabase((db) => listPastTurns(db, comparisonId, index)),
    writeTurn({ ...ids, comparisonId, index, owner, input, asked }),
  ]);
  const work = { turnId: ids.turnId, prompt: input.prompt, past, lanes: asked };
  return { turnId: ids.turnId, isBlind, started: { runId: ids.runId, work } };
}

/** The comparison's lanes; with each, how far the comparison has come. */
function readState(raterId: RaterId, comparisonId: string, input: TurnInput) {
  const isKnown = eq(turns.idempotencyKey, input.idempotencyKey ?? '');
  const past = sql`from ${turns} where ${turns.comparisonId} = ${comparisons.id}`;
  return withDatabase((db) =>
    db
      .select({
        lane: getTableColumns(lanes),
        endpoint: getTableColumns(endpoints),
        system: comparisons.system,
        isBlind: isBlindFor(raterId),
        lastIndex: sql<number>`(select coalesce(max(${turns.index}), -1) ${past})`,
        isRunning: sql<boolean>`exists (select 1 ${past} and ${turns.status} = 'running')`,
        knownId: sql<string | null>`(select ${turns.id} ${past} and ${isKnown})`,
        knownPrompt: sql<string | null>`(select ${turns.prompt} ${past} and ${isKnown})`,
      })
      .from(comparisons)
      .innerJoin(lanes, eq(lanes.comparisonId, comparisons.id))
      .innerJoin(endpoints, eq(endpoints.id, lanes.endpointId))
      .where(ownComparison(raterId, comparisonId))
      .orderBy(asc(lanes.position)),
  );
}

type NewTurn = {
  turnId: string;
  runId: string;
  comparisonId: string;
  index: number;
  owner: string;
  input: TurnInput;
  asked: readonly LaneWork[];
};

/** Turn, run and responses, all or none. */
async function writeTurn({
  turnId,
  runId,
  comparisonId,
  index,
  owner,
  input,
  asked,
}: NewTurn): Promise<void> {
  const { prompt, idempotencyKey = null } = input;
  const traits = promptTraits(prompt, index);
  const pending = JSON.stringify(asked.map(toPendingResponse));
  // The first text need not wait for the disk: a power cut within the next second takes the question along with the
  // run that was to answer it. Answers and ballots do wait.
  const written = await withDatabase((db) =>
    db.execute(sql`
      with comparison as (
        update comparisons set updated_at = now(), title = coalesce(title, ${titleOf(prompt)})
        where id = ${comparisonId} and deleted_at is null returning id),
      turn as (
        insert into turns (id, comparison_id, index, prompt, idempotency_key, language, categories, prompt_hash)
        select ${turnId}::uuid, id, ${index}::int, ${prompt}, ${idempotencyKey}::text, ${traits.language},
          array(select jsonb_array_elements_text(${JSON.stringify(traits.categories)}::jsonb)), ${traits.promptHash}
        from comparison returning id),
      run as (
        insert into runs (id, turn_id, owner, lease_until)
        select ${runId}::uuid, id, ${owner}, ${leaseUntil} from turn),
      pending as (
        insert into responses (id, turn_id, lane_id, endpoint_snapshot)
        select new.id, turn.id, new.lane_id, new.endpoint_snapshot
        from turn, jsonb_to_recordset(${pending}::jsonb) as new(id uuid, lane_id uuid, endpoint_snapshot jsonb))
      select id, set_config('synchronous_commit', 'off', true) from turn`),
  );
  if (written.length === 0) throw comparisonNotFound();
}

function toPendingResponse(lane: LaneWork) {
  return { id: lane.responseId, lane_id: lane.laneId, endpoint_snapshot: toSnapshot(lane.endpoint) };
}

/** The first line that says something, cut at 80 characters. */
function titleOf(prompt: string): string {
  const characters = Array.from(prompt.trim().split('\n', 1)[0]?.trim() ?? '');
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('');
}
