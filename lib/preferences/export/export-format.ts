import type { z } from 'zod';
import type { LeftOutReason } from '#lib/preferences/export/left-out-reasons.ts';
import type { LogRecord } from '#lib/preferences/export/log-record.ts';

export type RowNotes = {
  /** Counts what a format has no place for. */
  leaveOut(reason: LeftOutReason, count?: number): void;
  /** Counts pairs whose two answers continued different conversations. */
  mixContexts(): void;
  /** The same name for the same rater in every export of this installation, and no way back. */
  pseudonymOf(raterId: string): string;
};

/** `texts`: conversations and judgements; `answers`: also models, usage, times and what was put on by hand; `everything`: also requests and revisions. */
export type RecordDepth = 'texts' | 'answers' | 'everything';

export type ExportFormat = {
  /** `json` rows are lines of JSON; `csv` rows are lists of cells. */
  kind: 'json' | 'csv';
  /** Lines before the first row. */
  header?: readonly string[];
  /** Whether ballots that do not count are in it too. */
  keepsExcluded: boolean;
  /** How much of a record is read for it: what it does not name stays empty. */
  reads: RecordDepth;
  /** How ties and all-bad ballots are treated, for the manifest. */
  ties: string;
  row: z.ZodType;
  toRows(record: LogRecord, notes: RowNotes): unknown[];
};
