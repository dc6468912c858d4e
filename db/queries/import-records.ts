import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction, type Transaction } from '#db/client.ts';
import { type Column, copyInto } from '#db/copy-into.ts';
import { type ImportTables, type Rows, toRows } from '#db/queries/import-rows.ts';
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
  ballot_tags: 'ballot_id uuid, ballot_at timestamptz, tag text, rater_id text, created_at timestamptz',
  ballot_notes: 'ballot_id uuid, note text, rater_id text, created_at timestamptz',
};
const tableNames = Object.keys(tables) as (keyof ImportTables)[];
/** Endpoints that are not known here cannot be asked: they come without a key. */
const added = { columns: ', enabled, source', values: `, false, 'user'` };
/** Many records name the same few; they are usually known. */
const shared: readonly (keyof ImportTables)[] = ['raters', 'endpoints'];
/** Batches that add the same ones at once wait for each other, and never in a circle. */
const inOrder = sql`order by id`;

/**
 * Stores records whole, or none of them; those that are in the log already are left as they are.
 * @returns how many were new.
 */
export async function importRecords(records: readonly LogRecord[], isDryRun = false): Promise<number> {
  return inTransaction(async (tx) => {
    const unique = [...new Map(records.map((record) => [record.id, record])).values()];
    const known = await findKnown(tx, 'ballots', unique, ({ id }) => id);
    const fresh = unique.filter(({ id }) => !known.has(id));
    if (isDryRun || fresh.length === 0) return fresh.length;
    const begun = await findKnown(tx, 'comparisons', fresh, ({ comparison }) => comparison.id);
    const isBegun = ({ comparison }: LogRecord) => begun.has(comparison.id);
    await storeRecords(tx, fresh.filter(isBegun), insertRows);
    await storeRecords(
      tx,
      fresh.filter((record) => !isBegun(record)),
      copyRows,
    );
    const stored = await findKnown(tx, 'ballots', fresh, ({ id }) => id);
    if (stored.size !== fresh.length) {
      throw new AppError('conflict', 'A ballot of the same rater on the same turn is in the log already.');
    }
    await countNewBallots(tx, [...stored]);
    return fresh.length;
  });
}

const idSchema = z.object({ id: z.string() });

async function findKnown(
  tx: Transaction,
  table: 'ballots' | 'comparisons',
  records: readonly LogRecord[],
  idOf: (record: LogRecord) => string,
): Promise<Set<string>> {
  const ids = `{${records.map(idOf).join(',')}}`;
  const rows = await tx.execute(sql`select id from ${sql.identifier(table)} where id = any(${ids}::uuid[])`);
  return new Set(rows.map((row) => idSchema.parse(row).id));
}

type Store = (tx: Transaction, name: keyof ImportTables, rows: Rows) => Promise<void>;

async function storeRecords(tx: Transaction, records: readonly LogRecord[], store: Store): Promise<void> {
  if (records.length === 0) return;
  const rows = toRows(records);
  for (const name of tableNames) {
    if (rows[name].length === 0) continue;
    await (shared.includes(name) ? insertRows : store)(tx, name, rows[name]);
  }
}

/** Leaves what is there already as it is: the other turns and ballots of a comparison that is known. */
const insertRows: Store = async (tx, name, rows) => {
  const columns = columnsOf(name)
    .map((column) => column.name)
    .join(', ');
  const more = name === 'endpoints' ? added : { columns: '', values: '' };
  await tx.execute(sql`insert into ${sql.identifier(name)} (${sql.raw(columns + more.columns)})
    select ${sql.raw(columns + more.values)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${sql.raw(tables[name])})
    ${shared.includes(name) ? inOrder : sql``} on conflict do nothing`);
};

/** For comparisons that are new as a whole: much faster, and a row that is there already is an error. */
const copyRows: Store = (tx, name, rows) => copyInto(tx, name, columnsOf(name), rows);

const columnsOf = (name: keyof ImportTables): Column[] =>
  tables[name].split(', ').map((column) => {
    const [given = '', type = ''] = column.split(' ');
    return { name: given, type };
  });
