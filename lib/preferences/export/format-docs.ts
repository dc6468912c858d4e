import { exportFormats, rowJsonSchema } from '#lib/preferences/export/export-formats.ts';
import { ExportWriter } from '#lib/preferences/export/export-writer.ts';
import { exportFileName, exportFormatNames } from '#lib/preferences/export/format-names.ts';
import { createPseudonyms } from '#lib/preferences/export/rater-pseudonym.ts';
import { documentedRecords } from '#lib/preferences/export/testing/sample-records.ts';

/** File name in docs/formats -> content: a JSON Schema and example rows for every format. */
export function formatDocs(): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of exportFormatNames) {
    const writer = new ExportWriter(exportFormats[name], {
      personalData: 'keep',
      pseudonymOf: createPseudonyms(new Uint8Array(32)),
    });
    files.set(`${name}.schema.json`, `${JSON.stringify(rowJsonSchema(name), null, 2)}\n`);
    const rows = documentedRecords.map((record) => writer.write(record)).join('');
    files.set(exportFileName(name).replace('baijia-', 'example-'), writer.header() + rows);
  }
  return files;
}
