import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { importedReason } from '#lib/preferences/exclusions.ts';

/** What people put on ballots: each kind has a table of what holds now; what held before stands in past_marks. */
export type MarkKind = 'tag' | 'note' | 'exclusion';
export const markKinds = ['tag', 'note', 'exclusion'] as const satisfies MarkKind[];

/** Marks exclusions that people gave; others keep reasons of their own. */
export const byHand = 'hand';

/** People take back what they gave, and what an import gave in their name. */
export const isTakenBackByHand = ({ source, reason }: { source: string; reason: string }) =>
  source === byHand || reason === importedReason;

type MarkTable = { table: SQL; value: SQL; isOwn: SQL };

const tables: Record<MarkKind, MarkTable> = {
  tag: { table: sql.raw('ballot_tags'), value: sql.raw('tag'), isOwn: sql`true` },
  note: { table: sql.raw('ballot_notes'), value: sql.raw('note'), isOwn: sql`true` },
  exclusion: {
    table: sql.raw('ballot_exclusions'),
    value: sql.raw('reason'),
    isOwn: sql`(source = ${byHand} or reason = ${importedReason})`,
  },
};

/** An array makes the planner look each ballot up, where a subquery makes it read the whole log. */
export const toIds = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;

type Lot = { actionId: string; raterId: string; ids: readonly string[] };

/** Puts a mark on those ballots that do not carry it. @returns which these were. */
export function addMarks(tx: Transaction, kind: MarkKind, value: string, lot: Lot): Promise<string[]> {
  const { actionId, raterId, ids } = lot;
  return changed(
    tx,
    insertMarks(
      kind,
      sql`select id as ballot_id, ${value}::text as value, ${raterId}::text as rater_id,
        ${actionId}::uuid as action_id, now() as created_at from unnest(${toIds(ids)}) as id`,
    ),
  );
}

/** Takes marks away that people gave. @param where a condition on the rows of the kind. */
export function endMarks(tx: Transaction, kind: MarkKind, where: SQL, actionId: string): Promise<string[]> {
  const { table, value, isOwn } = tables[kind];
  return changed(
    tx,
    sql`with gone as (
        delete from ${table} where ${isOwn} and ${where}
        returning ballot_id, ${value} as value, rater_id, created_at, action_id
      )
      insert into past_marks (ballot_id, kind, value, rater_id, created_at, added_by, ended_by)
      select ballot_id, ${kind}::text, value, rater_id, created_at, action_id, ${actionId}::uuid from gone
      returning ballot_id`,
  );
}

/** Gives back what an action took away. @param where a condition on the rows of past_marks. */
export function restoreMarks(
  tx: Transaction,
  kind: MarkKind,
  where: SQL,
  actionId: string,
): Promise<string[]> {
  const back = sql`select ballot_id, value, rater_id, added_by as action_id, created_at from back`;
  return changed(
    tx,
    sql`with back as (delete from past_marks where ${isRestorable(kind, actionId)} and ${where} returning *)
      ${insertMarks(kind, back)}`,
  );
}

/**
 * What an action took away and undoing it gives back: not where the ballot has got such a mark again meanwhile, nor
 * where the action that it came with is undone itself.
 */
export function isRestorable(kind: MarkKind, actionId: string): SQL {
  const { table, value } = tables[kind];
  const isSame = kind === 'note' ? sql`true` : sql`held.${value} = past_marks.value`;
  return sql`past_marks.ended_by = ${actionId} and past_marks.kind = ${kind}
    and past_marks.added_by is distinct from ${actionId}::uuid
    and not exists (select 1 from ${table} held where held.ballot_id = past_marks.ballot_id and ${isSame})
    and not exists (select 1 from log_actions adding
      where adding.id = past_marks.added_by and adding.undone_at is not null)`;
}

/** Ballots that carry what came with an action. */
export function selectMarked(kind: MarkKind, actionId: string): SQL {
  const { table, isOwn } = tables[kind];
  return sql`select ballot_id from ${table} where action_id = ${actionId} and ${isOwn}`;
}

/** @param rows ballot_id, value, rater_id, action_id, created_at. */
function insertMarks(kind: MarkKind, rows: SQL): SQL {
  const { table, value } = tables[kind];
  const more = {
    tag: { column: sql`, ballot_at`, value: sql`, ballots.created_at` },
    note: { column: sql``, value: sql`` },
    exclusion: {
      column: sql`, source`,
      value: sql`, case added.value when ${importedReason} then 'import' else ${byHand}::text end`,
    },
  }[kind];
  return sql`insert into ${table} (ballot_id, ${value}, rater_id, action_id, created_at ${more.column})
    select added.ballot_id, added.value, added.rater_id, added.action_id, added.created_at ${more.value}
    from (${rows}) as added join ballots on ballots.id = added.ballot_id
    on conflict do nothing returning ballot_id`;
}

async function changed(tx: Transaction, statement: SQL): Promise<string[]> {
  return z
    .array(z.object({ ballot_id: z.string() }))
    .parse(await tx.execute(statement))
    .map((row) => row.ballot_id);
}
