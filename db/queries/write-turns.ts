import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withDatabase } from '#db/client.ts';
import { toSnapshot } from '#db/queries/endpoint-rows.ts';
import { leaseUntil, withoutDisk } from '#db/queries/runs.ts';
import type { LaneWork } from '#db/queries/turn-work.ts';
import { promptTraits } from '#lib/arena/prompt-traits.ts';

export type NewTurn = {
  turnId: string;
  runId: string;
  comparisonId: string;
  index: number;
  /** The process that is to run it. */
  owner: string;
  prompt: string;
  idempotencyKey: string | null;
  lanes: readonly LaneWork[];
};

/**
 * Turns on different comparisons with their runs and responses, all or none, in one statement whose text is the same
 * for any number. Answers the ids of those that were stored: not of turns whose comparison is gone.
 */
export async function writeTurns(turns: readonly NewTurn[]): Promise<ReadonlySet<string>> {
  // In one order, so that two processes do not wait for each other's comparisons.
  const ordered = turns.toSorted((a, b) => (a.comparisonId < b.comparisonId ? -1 : 1));
  const given = JSON.stringify(ordered.map(toTurnRow));
  const pending = JSON.stringify(ordered.flatMap(toResponseRows));
  // The first text need not wait for the disk: a power cut within the next second takes the question along with the
  // run that was to answer it. Answers and ballots do wait.
  const rows = await withDatabase((db) =>
    db.execute(sql`
      with given as materialized (
        select * from jsonb_to_recordset(${given}::jsonb) as row(id uuid, run_id uuid, comparison_id uuid, index int,
          owner text, prompt text, title text, idempotency_key text, language text, categories jsonb,
          prompt_hash text)),
      comparison as (
        update comparisons set updated_at = now(), title = coalesce(comparisons.title, given.title)
        from given where comparisons.id = given.comparison_id and deleted_at is null returning comparisons.id),
      turn as (
        insert into turns (id, comparison_id, index, prompt, idempotency_key, language, categories, prompt_hash)
        select given.id, comparison_id, index, prompt, idempotency_key, language,
          array(select jsonb_array_elements_text(categories)), prompt_hash
        from given join comparison on comparison.id = given.comparison_id returning id),
      run as (
        insert into runs (id, turn_id, owner, lease_until)
        select run_id, id, owner, ${leaseUntil} from given where id in (select id from turn)),
      pending as (
        insert into responses (id, turn_id, lane_id, endpoint_snapshot)
        select row.id, row.turn_id, row.lane_id, row.endpoint_snapshot
        from jsonb_to_recordset(${pending}::jsonb)
          as row(id uuid, turn_id uuid, lane_id uuid, endpoint_snapshot jsonb)
        where row.turn_id in (select id from turn))
      select id, ${withoutDisk} from turn`),
  );
  return new Set(rows.map((row) => idRow.parse(row).id));
}

const idRow = z.object({ id: z.string() });

function toTurnRow({ turnId, runId, comparisonId, index, owner, prompt, idempotencyKey }: NewTurn) {
  const { language, categories, promptHash } = promptTraits(prompt, index);
  return {
    id: turnId,
    run_id: runId,
    comparison_id: comparisonId,
    index,
    owner,
    prompt,
    title: titleOf(prompt),
    idempotency_key: idempotencyKey,
    language,
    categories,
    prompt_hash: promptHash,
  };
}

function toResponseRows({ turnId, lanes }: NewTurn) {
  return lanes.map((lane) => ({
    id: lane.responseId,
    turn_id: turnId,
    lane_id: lane.laneId,
    endpoint_snapshot: toSnapshot(lane.endpoint),
  }));
}

/** The first line that says something, cut at 80 characters. */
function titleOf(prompt: string): string {
  const characters = Array.from(prompt.trim().split('\n', 1)[0]?.trim() ?? '');
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('');
}
