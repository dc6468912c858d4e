import { Readable } from 'node:stream';
import { ruleOf } from '#db/connection-error.ts';
import { importRecords } from '#db/queries/import-records.ts';
import { AppError } from '#lib/errors.ts';
import type { LogRecord } from '#lib/preferences/export/log-record.ts';
import { NoBattle } from '#lib/preferences/import/battle.ts';
import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';
import type { Row } from '#lib/preferences/import/read-battle.ts';
import { readRecord } from '#lib/preferences/import/read-record.ts';
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

/** Large enough that a statement's own cost is little beside its rows; with long answers, fewer fit. */
const batchSize = 1_000;
const batchText = 8_000_000;
/** The server has two to work on while this program reads the next and one waits for another's pair counts. */
const batchesAtOnce = 3;
const mostRejectedTold = 1_000;

/** Reads a file as it comes and stores it batch by batch: an import that broke off can simply be run again. */
export async function importStream(
  source: AsyncIterable<Uint8Array>,
  options: ImportOptions,
  onProgress: (report: ImportReport) => void = () => {},
): Promise<ImportReport> {
  const report: ImportReport = { imported: 0, skipped: 0, ignored: 0, rejected: [], rejectedCount: 0 };
  const waiting: { record: LogRecord; line: number }[] = [];
  let waitingText = 0;
  const reject = (line: number, fault: RowFault) => {
    report.rejectedCount += 1;
    if (report.rejected.length < mostRejectedTold) report.rejected.push(toRejectedRow(line, fault));
  };
  const storing: Promise<void>[] = [];
  const store = async () => {
    if (storing.length >= batchesAtOnce) await storing.shift();
    const batch = waiting.splice(0);
    waitingText = 0;
    // The next batch is read while this one is stored.
    const stored = storeBatch(batch, options, report, reject).then(() => onProgress(report));
    // Heard of when it is awaited.
    stored.catch(() => {});
    storing.push(stored);
  };
  async function* paced() {
    for await (const chunk of source) {
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      waitingText += chunk.byteLength;
      if (waiting.length >= batchSize || (waiting.length > 0 && waitingText >= batchText)) await store();
    }
  }
  const record = (row: Row, line: number) => {
    try {
      waiting.push({ record: readRecord(options.format, row, options.counts), line });
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
    await Promise.all(storing);
  }
  return report;
}

async function storeBatch(
  batch: readonly { record: LogRecord; line: number }[],
  options: ImportOptions,
  report: ImportReport,
  reject: (line: number, fault: RowFault) => void,
): Promise<void> {
  try {
    const imported = await importRecords(
      batch.map(({ record }) => record),
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
