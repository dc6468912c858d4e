import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction, type Transaction } from '#db/client.ts';
import { addRows, type ImportTables } from '#db/queries/import-rows.ts';
import { countNewBallots } from '#db/queries/pair-counts.ts';
import { AppError } from '#lib/errors.ts';
import type { LogRecord } from '#lib/preferences/export/log-record.ts';

/** Columns with what they are read as, in the order in which foreign keys allow the tables to be filled. */
const tables: Record<keyof ImportTables, string> = {
  raters: 'id text',
  endpoints: 'id text, name text, protocol text, base_url text, model text, card_id text, price jsonb',
  comparisons:
    'id uuid, rater_id text, mode text, title text, system text, created_at timestamptz, updated_at timestamptz',
  turns:
    'id uuid, comparison_id uuid, index int, prompt text, status text, language text, categories text[], prompt_hash text, created_at timestamptz',
  lanes:
    'id uuid, comparison_id uuid, position int, endpoint_id text, endpoint_snapshot jsonb, params jsonb, system text',
  responses:
    'id uuid, turn_id uuid, lane_id uuid, attempt int, is_current boolean, status text, text text, reasoning text, finish_reason text, error_code text, error_message text, upstream_attempts int, usage jsonb, timing jsonb, cost_usd float8, cost_source text, endpoint_snapshot jsonb, request jsonb, created_at timestamptz, updated_at timestamptz',
  ballots:
    'id uuid, turn_id uuid, rater_id text, ranking jsonb, all_bad boolean, strength smallint, ratings jsonb, comment text, duration_ms int, mode text, outcome text, has_comment boolean, revision int, created_at timestamptz, updated_at timestamptz',
  ballot_lanes:
    'ballot_id uuid, lane_id uuid, response_id uuid, position smallint, endpoint_id text, card_id text, rank smallint, is_winner boolean, style_tokens int, style_headers int, style_lists int, style_bold int',
  ballot_revisions: 'ballot_id uuid, revision int, content jsonb, created_at timestamptz',
  ballot_exclusions: 'ballot_id uuid, reason text, source text, created_at timestamptz',
};
const tableNames = Object.keys(tables) as (keyof ImportTables)[];
/** Endpoints that are not known here cannot be asked: they come without a key. */
const added = { columns: ', enabled, source', values: `, false, 'user'` };

/** Which of these ballots the log has already. */
export async function findKnownBallots(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.execute(sql`select id from ballots where id = any(${`{${ids.join(',')}}`}::uuid[])`);
  return new Set(rows.map((row) => z.object({ id: z.string() }).parse(row).id));
}

/**
 * Stores records whole, or none of them; those that are in the log already are left as they are.
 * @returns how many were new.
 */
export async function importRecords(records: readonly LogRecord[], isDryRun = false): Promise<number> {
  return inTransaction(async (tx) => {
    const ids = records.map(({ id }) => id);
    const known = await findKnownBallots(tx, ids);
    const fresh = [...new Map(records.map((record) => [record.id, record])).values()].filter(
      ({ id }) => !known.has(id),
    );
    if (isDryRun || fresh.length === 0) return fresh.length;
    const rows: ImportTables = {
      raters: [],
      endpoints: [],
      comparisons: [],
      turns: [],
      lanes: [],
      responses: [],
      ballots: [],
      ballot_lanes: [],
      ballot_revisions: [],
      ballot_exclusions: [],
    };
    for (const record of fresh) addRows(rows, record);
    for (const name of tableNames) {
      if (rows[name].length > 0) await tx.execute(insert(name, rows[name]));
    }
    const stored = await findKnownBallots(
      tx,
      fresh.map(({ id }) => id),
    );
    if (stored.size !== fresh.length) {
      throw new AppError('conflict', 'A ballot of the same rater on the same turn is in the log already.');
    }
    await countNewBallots(tx, [...stored]);
    return fresh.length;
  });
}

function insert(name: keyof ImportTables, rows: ImportTables[keyof ImportTables]): SQL {
  const definition = tables[name];
  const columns = definition
    .split(', ')
    .map((column) => column.split(' ')[0])
    .join(', ');
  const more = name === 'endpoints' ? added : { columns: '', values: '' };
  return sql`insert into ${sql.identifier(name)} (${sql.raw(columns + more.columns)})
    select ${sql.raw(columns + more.values)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${sql.raw(definition)})
    on conflict do nothing`;
}
