import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type Command, CommandError } from '#cli/command.ts';
import { type ExportOptions, help, parseExportOptions } from '#cli/export-options.ts';
import { withCommandDatabase } from '#cli/open-database.ts';
import { ExportDigest, type ExportJob, measureExport, streamExport } from '#db/queries/export-stream.ts';
import { loadSecretKey } from '#lib/endpoints/secret-key.ts';
import { datasetReadme } from '#lib/preferences/export/dataset-readme.ts';
import { llamaFactoryDatasetInfo } from '#lib/preferences/export/llama-factory.ts';
import type { Manifest } from '#lib/preferences/export/manifest.ts';
import { createPseudonyms } from '#lib/preferences/export/rater-pseudonym.ts';

export const command: Command = {
  help,
  run: async (args) => {
    const options = parseExportOptions(args);
    await withCommandDatabase(async ({ dataDirectory, secret }) => {
      const key = await loadSecretKey({ dataDir: dataDirectory, given: secret ?? null });
      const { format, query } = options;
      await runExport({ format, query, pseudonymOf: createPseudonyms(key) }, options);
    });
  },
};

async function runExport(job: ExportJob, { out, folder, counts }: ExportOptions): Promise<void> {
  if (counts) {
    const { counts: found, bytes } = await measureExport(job);
    process.stdout.write(`${JSON.stringify({ ...found, bytes }, null, 2)}\n`);
    return;
  }
  if (folder !== undefined) return writeFolder(job, folder);
  if (out === undefined) {
    report(await writeRows(job, process.stdout));
    return;
  }
  const manifest = await writeFileWhole(job, out);
  await writeFile(`${out}.manifest.json`, json({ ...manifest, file: out }));
  report(manifest);
}

async function writeFolder(job: ExportJob, folder: string): Promise<void> {
  const file = `data/train.${job.format === 'csv' ? 'csv' : 'jsonl'}`;
  await mkdir(join(folder, 'data'), { recursive: true });
  const manifest = { ...(await writeFileWhole(job, join(folder, file))), file };
  await writeFile(join(folder, 'manifest.json'), json(manifest));
  await writeFile(join(folder, 'README.md'), datasetReadme(manifest));
  if (job.format === 'llama-factory') {
    await writeFile(join(folder, 'dataset_info.json'), json(llamaFactoryDatasetInfo(file)));
  }
  report(manifest);
}

/** Under another name until it is whole: a file that broke off must not look like a small one. */
async function writeFileWhole(job: ExportJob, path: string): Promise<Manifest> {
  const draft = `${path}.part`;
  try {
    const file = createWriteStream(draft);
    // Told by the write that fails, or by the end.
    file.on('error', () => {});
    const manifest = await writeRows(job, file);
    file.end();
    await finished(file);
    await rename(draft, path);
    return manifest;
  } catch (error) {
    await rm(draft, { force: true });
    if (error instanceof Error && 'code' in error && 'path' in error) {
      throw new CommandError(`${path} cannot be written: ${error.message}`, 1, { cause: error });
    }
    throw error;
  }
}

async function writeRows(job: ExportJob, target: NodeJS.WritableStream): Promise<Manifest> {
  const digest = new ExportDigest();
  const stream = streamExport(job);
  let bytes = 0;
  for (;;) {
    const { value, done } = await stream.next();
    if (done) {
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      return digest.toManifest(job, value);
    }
    digest.add(value);
    bytes += value.length;
    if (!target.write(value)) await once(target, 'drain');
    if (process.stderr.isTTY) process.stderr.write(`\r${(bytes / 1e6).toFixed(1)} MB`);
  }
}

function report({ counts, sha256 }: Manifest): void {
  const leftOut = Object.entries(counts.leftOut).map(([reason, number]) => `${reason} ${number}`);
  const rest = leftOut.length === 0 ? '' : `; left out: ${leftOut.join(', ')}`;
  process.stderr.write(`${counts.rows} rows from ${counts.ballots} ballots${rest}; sha256 ${sha256}\n`);
}

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
