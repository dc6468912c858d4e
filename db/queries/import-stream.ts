import { Readable } from 'node:stream';
import { ruleOf } from '#db/connection-error.ts';
import { importRows } from '#db/queries/import-records.ts';
import { AppError } from '#lib/errors.ts';
import { NoBattle } from '#lib/preferences/import/battle.ts';
import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';
import type { Row } from '#lib/preferences/import/read-battle.ts';
import { type ReadRow, readRow } from '#lib/preferences/import/read-row.ts';
import type { ImportReport } from '#lib/preferences/import/report-schema.ts';
import { readRecords } from '#lib/records/read-records.ts';
import { RowFault, toRejectedRow } from '#lib/records/row-fault.ts';

export type ImportOptions = {
  format: ImportFormatName;
  /** Reads and checks everything, stores nothing. */
  isDryRun: boolean;
  /** Imported ballots count on the leaderboard; else they are excluded with the reason `imported`. */
  counts: boolean;
};

type Waiting = { row: ReadRow; line: number };

/** Large enough that a statement's own cost is little beside its rows; with long answers, fewer fit. */
const batchSize = 4_000;
/** Stored alone: most raters and endpoints come with it, and batches that bring the same ones wait for each other. */
const firstBatch = 500;
const batchText = 8_000_000;
/** One is made ready while the server works on two, and one waits for another's pair counts. */
const batchesAtOnce = 4;
const mostRejectedTold = 1_000;

/** Reads a file as it comes and stores it batch by batch: an import that broke off can simply be run again. */
export async function importStream(
  source: AsyncIterable<Uint8Array>,
  options: ImportOptions,
  onProgress: (report: ImportReport) => void = () => {},
): Promise<ImportReport> {
  const report: ImportReport = { imported: 0, skipped: 0, ignored: 0, rejected: [], rejectedCount: 0 };
  const waiting: Waiting[] = [];
  let waitingText = 0;
  const reject = (line: number, fault: RowFault) => {
    report.rejectedCount += 1;
    if (report.rejected.length < mostRejectedTold) report.rejected.push(toRejectedRow(line, fault));
  };
  const storing = new Storing();
  const store = () => {
    const batch = waiting.splice(0);
    waitingText = 0;
    return storing.add(() => storeBatch(batch, options, report, reject).then(() => onProgress(report)));
  };
  async function* paced() {
    for await (const chunk of source) {
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      waitingText += chunk.byteLength;
      const isFull = waiting.length >= storing.size || waitingText >= batchText;
      if (isFull && waiting.length > 0) await store();
    }
  }
  const record = (row: Row, line: number) => {
    try {
      waiting.push({ row: readRow(options.format, row, options.counts), line });
    } catch (error) {
      if (error instanceof NoBattle) report.ignored += 1;
      else if (error instanceof RowFault) reject(line, error);
      else throw error;
    }
  };
  try {
    await readRecords(Readable.from(paced()), { bad: reject, record });
    if (waiting.length > 0) await store();
  } finally {
    await storing.end();
  }
  return report;
}

/** Batches that are stored side by side, while the next is read. */
class Storing {
  readonly #running: Promise<void>[] = [];
  size = firstBatch;

  async add(store: () => Promise<void>): Promise<void> {
    if (this.#running.length >= batchesAtOnce) await this.#running.shift();
    const stored = store();
    // Heard of when it is awaited.
    stored.catch(() => {});
    this.#running.push(stored);
    if (this.size === firstBatch) await stored;
    this.size = batchSize;
  }

  async end(): Promise<void> {
    await Promise.all(this.#running);
  }
}

async function storeBatch(
  batch: readonly Waiting[],
  options: ImportOptions,
  report: ImportReport,
  reject: (line: number, fault: RowFault) => void,
): Promise<void> {
  try {
    const imported = await importRows(
      batch.map(({ row }) => row),
      options.isDryRun,
    );
    report.imported += imported;
    report.skipped += batch.length - imported;
  } catch (error) {
    if (error instanceof AppError && error.code === 'unavailable') throw error;
    const [only] = batch;
    if (batch.length === 1 && only) {
      reject(only.line, toFault(error));
      return;
    }
    // Halving finds the rows that cannot be stored without giving up the others.
    const middle = Math.ceil(batch.length / 2);
    await storeBatch(batch.slice(0, middle), options, report, reject);
    await storeBatch(batch.slice(middle), options, report, reject);
  }
}

function toFault(cause: unknown): RowFault {
  if (cause instanceof AppError && cause.code === 'conflict')
    return new RowFault('other-ballot', {}, { cause });
  return new RowFault('contradiction', { rule: ruleOf(cause) }, { cause });
}
