import { cleanText } from '#lib/clean-text.ts';
import { importedReason } from '#lib/preferences/exclusions.ts';
import { type LogRecord, logRecordSchema } from '#lib/preferences/export/log-record.ts';
import { mapTexts } from '#lib/preferences/export/map-texts.ts';
import { BattleIds } from '#lib/preferences/import/battle-ids.ts';
import { toRecord } from '#lib/preferences/import/battle-record.ts';
import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';
import { type Row, readBattle } from '#lib/preferences/import/read-battle.ts';
import { RowFault } from '#lib/records/row-fault.ts';

/** A row that was read and checked. Its record is made when it is asked for: while it waits, it holds less. */
export type ReadRow = {
  /** Of the record, and of its comparison. */
  id: string;
  comparisonId: string;
  toRecord: () => LogRecord;
};

/**
 * @param counts on the leaderboard; a record that does not is excluded as `imported`.
 * @throws RowFault, NoBattle
 */
export function readRow(format: ImportFormatName, row: Row, counts: boolean): ReadRow {
  if (format === 'baijia') return toReadRow(mark(readLogRecord(row), format, counts));
  const battle = readBattle(format, row);
  const ids = new BattleIds(format, battle);
  return {
    id: ids.ballot,
    comparisonId: ids.comparison,
    toRecord: () => mark(toRecord(format, battle, ids), format, counts),
  };
}

export const toReadRow = (record: LogRecord): ReadRow => ({
  id: record.id,
  comparisonId: record.comparison.id,
  toRecord: () => record,
});

function mark(record: LogRecord, format: ImportFormatName, counts: boolean): LogRecord {
  if (counts || record.exclusions.some(({ reason }) => reason === importedReason)) return record;
  const exclusion = { reason: importedReason, source: `import:${format}`, createdAt: record.createdAt };
  return { ...record, exclusions: [...record.exclusions, exclusion] };
}

function readLogRecord(row: Row): LogRecord {
  const parsed = logRecordSchema.safeParse(row);
  if (parsed.success) return mapTexts(parsed.data, cleanText);
  const [issue] = parsed.error.issues;
  throw new RowFault('wrong-field', { field: issue?.path.join('.') ?? '' });
}
