import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { type ImportTable, importColumns } from '#db/queries/import-columns.ts';
import type { Row } from '#db/queries/import-rows.ts';

/** Endpoints that are not known here cannot be asked: they come without a key. */
const added = { columns: ', enabled, source', values: `, false, 'user'` };

/** Leaves what is there already as it is. */
export async function insertRows(tx: Transaction, name: ImportTable, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(importColumns[name]).join(', ');
  const types = Object.entries(importColumns[name]).map((column) => column.join(' '));
  const more = name === 'endpoints' ? added : { columns: '', values: '' };
  // Imports that add the same ones at once wait for each other, and never in a circle.
  const order = name === 'raters' || name === 'endpoints' ? sql`order by id` : sql``;
  await tx.execute(sql`insert into ${sql.identifier(name)} (${sql.raw(columns + more.columns)})
    select ${sql.raw(columns + more.values)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(${sql.raw(types.join(', '))})
    ${order} on conflict do nothing`);
}
