import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { type ImportTable, importTables } from '#db/queries/import-columns.ts';
import type { Row } from '#db/queries/import-rows.ts';

type References = Readonly<Partial<Record<ImportTable, Readonly<Record<string, ImportTable>>>>>;

/** Every reference that the schema has from columns that imports fill, column -> table. */
export const importReferences: References = {
  comparisons: { rater_id: 'raters' },
  turns: { comparison_id: 'comparisons' },
  lanes: { comparison_id: 'comparisons', endpoint_id: 'endpoints' },
  responses: { turn_id: 'turns', lane_id: 'lanes' },
  ballots: { turn_id: 'turns', rater_id: 'raters' },
  ballot_lanes: { ballot_id: 'ballots', lane_id: 'lanes', response_id: 'responses' },
  ballot_revisions: { ballot_id: 'ballots' },
  ballot_exclusions: { ballot_id: 'ballots' },
  ballot_tags: { ballot_id: 'ballots', rater_id: 'raters' },
  ballot_notes: { ballot_id: 'ballots', rater_id: 'raters' },
};

/**
 * Whether rows may be copied without having the server look up each of their references one by one, which would take
 * more of its time than all the rest: where the role may do so, where every trigger on these tables fires all the
 * same, and where these raters and endpoints are there, and stay there until the transaction ends. What the rows refer
 * to beyond that must be among them.
 */
export async function canVouch(
  tx: Transaction,
  raters: readonly Row[],
  endpoints: readonly Row[],
): Promise<boolean> {
  const among = (rows: readonly Row[]) =>
    sql`any(array(select jsonb_array_elements_text(${JSON.stringify(rows.map(({ id }) => id))}::jsonb)))`;
  const [row] = await tx.execute(sql`select has_parameter_privilege('session_replication_role', 'SET')
    and not exists (select from pg_trigger where tgrelid = any(${`{${importTables.join(',')}}`}::text[]::regclass[])
      and not tgisinternal and tgenabled <> 'A')
    and ${raters.length}::int =
      (select count(*) from (select from raters where id = ${among(raters)} for key share) as held)
    and ${endpoints.length}::int =
      (select count(*) from (select from endpoints where id = ${among(endpoints)} for key share) as held)
    as can`);
  return z.object({ can: z.boolean() }).parse(row).can;
}

/** As a replica a session leaves out the triggers that check references. No user's role has to do with it. */
export async function withoutLookups(tx: Transaction, work: () => Promise<void>): Promise<void> {
  await tx.execute(sql`set local session_replication_role = replica`);
  await work();
  await tx.execute(sql`set local session_replication_role = origin`);
}
