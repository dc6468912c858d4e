import { streamRecords } from '#db/queries/export-records.ts';
import type { ExportJob } from '#db/queries/export-stream.ts';
import { datasetReadme } from '#lib/preferences/export/dataset-readme.ts';
import { exportFormats } from '#lib/preferences/export/export-formats.ts';
import { ExportWriter } from '#lib/preferences/export/export-writer.ts';
import { exportExtension } from '#lib/preferences/export/format-names.ts';
import { llamaFactoryDatasetInfo } from '#lib/preferences/export/llama-factory.ts';
import { createManifest, type Manifest } from '#lib/preferences/export/manifest.ts';
import { type DatasetFile, ShardWriter } from '#lib/preferences/export/shard-writer.ts';

/**
 * A dataset folder, file by file: the rows in shards, then README.md, manifest.json and what a format's loader wants.
 * @param shardLength in characters, about; for tests.
 * @returns the manifest.
 */
export async function* streamFolder(
  { format, query: { personalData, ...filter }, pseudonymOf }: ExportJob,
  shardLength?: number,
): AsyncGenerator<DatasetFile, Manifest> {
  const rows = exportFormats[format];
  const writer = new ExportWriter(rows, { personalData, pseudonymOf });
  const shards = new ShardWriter({
    header: writer.header(),
    extension: exportExtension(format),
    ...(shardLength === undefined ? {} : { shardLength }),
  });
  for await (const records of streamRecords(filter, rows.reads)) {
    for (const record of records) {
      const file = shards.add(writer.write(record));
      if (file) yield file;
    }
  }
  const last = shards.end();
  if (last) yield last;
  const query = { ...filter, personalData };
  const data = { ...shards.digest(), tally: writer.tally, files: shards.files };
  const manifest = createManifest(format, query, data);
  yield { path: 'README.md', content: Buffer.from(datasetReadme(manifest)) };
  yield toJsonFile('manifest.json', manifest);
  if (format === 'llama-factory') yield toJsonFile('dataset_info.json', llamaFactoryDatasetInfo('data'));
  return manifest;
}

const toJsonFile = (path: string, value: object): DatasetFile => ({
  path,
  content: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
});
