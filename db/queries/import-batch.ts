import { BinaryRows } from '#db/binary-rows.ts';
import type { Transaction } from '#db/client.ts';
import { copyInto } from '#db/copy-into.ts';
import { type ImportTable, importColumns, importTables } from '#db/queries/import-columns.ts';
import { insertRows } from '#db/queries/import-insert.ts';
import { PairSums, toPairs } from '#db/queries/import-pairs.ts';
import { canVouch, importReferences, withoutLookups } from '#db/queries/import-references.ts';
import { addRows, type Row } from '#db/queries/import-rows.ts';
import { addPairs } from '#db/queries/pair-counts.ts';
import type { LogRecord } from '#lib/preferences/export/log-record.ts';

type Part = {
  rows: BinaryRows;
  /** Rows that may be in the database already, apart. */
  shared: Row[] | null;
  /** Those of one comparison; of shared rows, of the whole batch. */
  ids: Set<unknown>;
  /** What the references of this table's rows must be among. */
  targets: (readonly [column: string, ids: ReadonlySet<unknown>])[];
};

/**
 * Records of comparisons that are new as a whole, on their way into COPY: much faster than inserts, and a row that is
 * there already is an error. Each row is encoded as soon as it is made, so that little is held.
 */
export class ImportBatch {
  readonly #parts = createParts();
  readonly #sums = new PairSums();
  #isSelfContained = true;

  /**
   * @param records all of one comparison that the batch is to hold: they share rows.
   * @throws RangeError where a value is beyond what its column can hold.
   */
  add(records: readonly LogRecord[]): void {
    for (const { ids, shared } of this.#parts.values()) if (shared === null) ids.clear();
    const turns = new Map<unknown, Row>();
    for (const record of records) {
      addRows(record, (name, row) => {
        if (this.#add(name, row) && name === 'turns') turns.set(row.id, row);
      });
      // As it is stored, whatever the later ones say.
      const turn = turns.get(record.turn.id);
      for (const pair of toPairs(record, turn?.language, turn?.categories)) {
        this.#add('ballot_pairs', pair);
        this.#sums.add(pair);
      }
    }
  }

  async store(tx: Transaction): Promise<void> {
    if (this.#parts.get('ballots')?.rows.count === 0) return;
    const raters = this.#parts.get('raters')?.shared ?? [];
    const endpoints = this.#parts.get('endpoints')?.shared ?? [];
    await insertRows(tx, 'raters', raters);
    await insertRows(tx, 'endpoints', endpoints);
    const isVouchedFor = this.#isSelfContained && (await canVouch(tx, raters, endpoints));
    await (isVouchedFor ? withoutLookups(tx, () => this.#copy(tx)) : this.#copy(tx));
    await addPairs(tx, this.#sums.list());
  }

  /** @returns whether there was none of this id. */
  #add(name: ImportTable, row: Row): boolean {
    const part = this.#parts.get(name);
    if (part === undefined) return false;
    const { rows, shared, ids, targets } = part;
    if (row.id !== undefined) {
      if (ids.has(row.id)) return false;
      ids.add(row.id);
    }
    for (const [column, known] of targets) if (!known.has(row[column])) this.#isSelfContained = false;
    if (shared === null) rows.add(row);
    else shared.push(row);
    return true;
  }

  async #copy(tx: Transaction): Promise<void> {
    for (const [name, { rows }] of this.#parts) if (rows.count > 0) await copyInto(tx, name, rows);
  }
}

function createParts(): ReadonlyMap<ImportTable, Part> {
  const parts = new Map<ImportTable, Part>(
    importTables.map((name) => [
      name,
      {
        rows: new BinaryRows(importColumns[name]),
        shared: name === 'raters' || name === 'endpoints' ? [] : null,
        ids: new Set(),
        targets: [],
      },
    ]),
  );
  for (const [name, part] of parts) {
    for (const [column, target] of Object.entries(importReferences[name] ?? {})) {
      part.targets.push([column, parts.get(target)?.ids ?? new Set()]);
    }
  }
  return parts;
}
