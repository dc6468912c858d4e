import { importedReason } from '#lib/preferences/exclusions.ts';
import { csvLine } from '#lib/preferences/export/csv-cell.ts';
import type { ExportFormat, RowNotes } from '#lib/preferences/export/export-format.ts';
import type { LeftOutReason } from '#lib/preferences/export/left-out-reasons.ts';
import type { LogRecord } from '#lib/preferences/export/log-record.ts';
import {
  maskRecord,
  type PersonalDataChoice,
  type PersonalDataCounts,
  personalDataKinds,
} from '#lib/preferences/export/personal-data.ts';

export type ExportTally = {
  /** Ballots that matched the filter. */
  ballots: number;
  rows: number;
  leftOut: Partial<Record<LeftOutReason, number>>;
  /** Pairs whose answers continued different conversations; their prompt is that of the chosen answer. */
  mixedContexts: number;
  /** What was found in the ballots' texts; all 0 when it was not looked for. */
  personalData: PersonalDataCounts;
};

/** Turns records into the bytes of one file, one at a time, and counts what happens. */
export class ExportWriter {
  readonly tally: ExportTally = {
    ballots: 0,
    rows: 0,
    leftOut: {},
    mixedContexts: 0,
    personalData: { key: 0, email: 0, phone: 0 },
  };
  readonly #format: ExportFormat;
  readonly #personalData: PersonalDataChoice;
  readonly #notes: RowNotes;

  constructor(
    format: ExportFormat,
    options: { personalData: PersonalDataChoice; pseudonymOf: (raterId: string) => string },
  ) {
    this.#format = format;
    this.#personalData = options.personalData;
    this.#notes = {
      leaveOut: (reason, count = 1) => {
        this.tally.leftOut[reason] = (this.tally.leftOut[reason] ?? 0) + count;
      },
      mixContexts: () => {
        this.tally.mixedContexts += 1;
      },
      pseudonymOf: options.pseudonymOf,
    };
  }

  /** What stands before the first row. Spreadsheets take UTF-8 for something else without the byte order mark. */
  header(): string {
    return this.#format.header ? `\uFEFF${csvLine(this.#format.header)}` : '';
  }

  /** The lines that one record gives; often one, sometimes none. */
  write(record: LogRecord): string {
    this.tally.ballots += 1;
    if (isExcluded(record) && !this.#format.keepsExcluded) {
      this.#notes.leaveOut('excluded');
      return '';
    }
    const kept = this.#withoutPersonalData(record);
    if (kept === null) return '';
    const rows = this.#format.toRows(kept, this.#notes);
    this.tally.rows += rows.length;
    let lines = '';
    for (const row of rows) {
      lines +=
        this.#format.kind === 'csv' ? csvLine(row as (string | number | null)[]) : `${JSON.stringify(row)}\n`;
    }
    return lines;
  }

  #withoutPersonalData(record: LogRecord): LogRecord | null {
    if (this.#personalData === 'keep') return record;
    const { record: masked, counts } = maskRecord(record);
    const found = personalDataKinds.reduce((sum, kind) => sum + counts[kind], 0);
    for (const kind of personalDataKinds) this.tally.personalData[kind] += counts[kind];
    if (found === 0) return record;
    if (this.#personalData === 'mask') return masked;
    this.#notes.leaveOut('personal-data');
    return null;
  }
}

/** A ballot that is only kept off the leaderboard because it was imported is as good for training as any. */
function isExcluded(record: LogRecord): boolean {
  return record.exclusions.some(({ reason }) => reason !== importedReason);
}
