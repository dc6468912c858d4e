import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { streamFolder } from '#db/queries/export-folder.ts';
import { streamExport } from '#db/queries/export-stream.ts';
import { importRows } from '#db/queries/import-records.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import type { ExportFormatName } from '#lib/preferences/export/format-names.ts';
import { sampleRecord } from '#lib/preferences/export/testing/sample-records.ts';
import { toReadRow } from '#lib/preferences/import/read-row.ts';

setUpTestDatabase();

const query = { personalData: 'keep' as const };
const pseudonymOf = () => 'rater';

async function folderOf(format: ExportFormatName, shardLength?: number) {
  const files = new Map<string, string>();
  for await (const { path, content } of streamFolder({ format, query, pseudonymOf }, shardLength)) {
    files.set(path, content.toString());
  }
  const shards = [...files].filter(([path]) => path.startsWith('data/'));
  return { files, shards, manifest: JSON.parse(files.get('manifest.json') ?? '') };
}

async function fileOf(format: ExportFormatName): Promise<string> {
  let text = '';
  for await (const piece of streamExport({ format, query, pseudonymOf })) text += piece;
  return text;
}

test('an empty log is a folder with one empty file', async () => {
  const { shards, manifest } = await folderOf('trl-sft');
  expect(shards).toEqual([['data/train-00000.jsonl', '']]);
  expect(manifest).toMatchObject({ file: 'data', bytes: 0, counts: { rows: 0 } });
});

test('shards hold the rows of the one file, in its order, and the manifest names each of them', async () => {
  const records = Array.from({ length: 12 }, (_, index) =>
    sampleRecord(`shard ${index}`, { prompt: `${index}\n"?"`, answers: ['好', 'b'], ranking: [[0], [1]] }),
  );
  await importRows(records.map(toReadRow));
  const { files, shards, manifest } = await folderOf('llama-factory', 300);
  expect(shards.length).toBeGreaterThan(3);
  expect(shards.map(([path]) => path)).toEqual(shards.map(([path]) => path).toSorted());
  const whole = await fileOf('llama-factory');
  expect(shards.map(([, text]) => text).join('')).toBe(whole);
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(manifest).toMatchObject({
    bytes: Buffer.byteLength(whole),
    sha256: sha256(whole),
    files: shards.map(([path, text]) => ({ path, bytes: Buffer.byteLength(text), sha256: sha256(text) })),
  });
  expect(JSON.parse(files.get('dataset_info.json') ?? '')).toMatchObject({
    baijia_preferences: { file_name: 'data' },
  });
  expect(files.get('README.md')).toContain('n<1K');
  expect(await folderOf('llama-factory', 300)).toEqual({ files, shards, manifest });

  const csv = await folderOf('csv', 2_000);
  expect(csv.shards.length).toBeGreaterThan(1);
  const rows = csv.shards.flatMap(([, text]) => parse(text, { bom: true, columns: true }) as object[]);
  expect(rows).toEqual(parse(await fileOf('csv'), { bom: true, columns: true }));
});
