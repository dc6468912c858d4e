import { cleanText } from '#lib/clean-text.ts';
import { type LogRecord, logRecordSchema } from '#lib/preferences/export/log-record.ts';
import { mapTexts } from '#lib/preferences/export/map-texts.ts';
import { toRecord } from '#lib/preferences/import/battle-record.ts';
import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';
import { type Row, readBattle } from '#lib/preferences/import/read-battle.ts';
import { RowFault } from '#lib/records/row-fault.ts';

/**
 * A row of a file as a record of the log.
 * @param counts on the leaderboard; a record that does not is excluded as `imported`.
 * @throws RowFault, NoBattle
 */
export function readRecord(format: ImportFormatName, row: Row, counts: boolean): LogRecord {
  const record = format === 'baijia' ? readLogRecord(row) : toRecord(format, readBattle(format, row));
  if (counts || record.exclusions.some(({ reason }) => reason === 'imported')) return record;
  const exclusion = { reason: 'imported', source: `import:${format}`, createdAt: record.createdAt };
  return { ...record, exclusions: [...record.exclusions, exclusion] };
}

function readLogRecord(row: Row): LogRecord {
  const parsed = logRecordSchema.safeParse(row);
  if (parsed.success) return mapTexts(parsed.data, cleanText);
  const [issue] = parsed.error.issues;
  throw new RowFault('wrong-field', { field: issue?.path.join('.') ?? '' });
}
