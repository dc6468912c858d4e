import type { ExportFormat } from '#lib/preferences/export/export-format.ts';
import { logRecordSchema } from '#lib/preferences/export/log-record.ts';

/** Everything that is known of each ballot; can be imported back. */
export const baijia: ExportFormat = {
  kind: 'json',
  keepsExcluded: true,
  reads: 'everything',
  ties: 'kept as they were given, as are all-bad and excluded ballots',
  row: logRecordSchema,
  toRows: (record) => [record],
};
