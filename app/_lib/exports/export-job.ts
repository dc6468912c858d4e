import { getInstallationKey } from '#app/_lib/secret-box.ts';
import type { ExportJob } from '#db/queries/export-stream.ts';
import type { ExportQuery } from '#lib/preferences/export/export-query.ts';
import type { ExportFormatName } from '#lib/preferences/export/format-names.ts';
import { createPseudonyms } from '#lib/preferences/export/rater-pseudonym.ts';

/** An export with this installation's names for raters. */
export async function createExportJob(format: ExportFormatName, query: ExportQuery): Promise<ExportJob> {
  return { format, query, pseudonymOf: createPseudonyms(await getInstallationKey()) };
}
