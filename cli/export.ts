import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, CommandError } from '#cli/command.ts';
import { type ExportOptions, help, parseExportOptions } from '#cli/export-options.ts';
import { withCommandDatabase } from '#cli/open-database.ts';
import { streamFolder } from '#db/queries/export-folder.ts';
import { ExportDigest, type ExportJob, measureExport, streamExport } from '#db/queries/export-stream.ts';
import { loadSecretKey } from '#lib/endpoints/secret-key.ts';
import type { ExportTally } from '#lib/preferences/export/export-writer.ts';
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
    report(await tell('the output', () => writeRows(job, process.stdout, { end: false })));
    return;
  }
  const manifest = await writeFileWhole(job, out);
  await writeFile(`${out}.manifest.json`, json({ ...manifest, file: out }));
  report(manifest);
}

async function writeFolder(job: ExportJob, folder: string): Promise<void> {
  await refuseRows(folder);
  const files = streamFolder(job);
  try {
    let bytes = 0;
    for (;;) {
      const { value, done } = await files.next();
      if (done) return report(value);
      const path = join(folder, value.path);
      await tell(path, async () => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, value.content);
      });
      bytes += value.content.length;
      showProgress(bytes);
    }
  } finally {
    await files.return({} as Manifest);
  }
}

/** Loaders take every file of the folder for rows, also those of an export before. */
async function refuseRows(folder: string): Promise<void> {
  const rows = join(folder, 'data');
  const [found] = await readdir(rows).catch(() => []);
  if (found !== undefined) throw new CommandError(`${rows} holds ${found} already: choose an empty folder`);
}

/** Under another name until it is whole: a file that broke off must not look like a small one. */
async function writeFileWhole(job: ExportJob, path: string): Promise<Manifest> {
  const draft = `${path}.part`;
  try {
    return await tell(path, async () => {
      const manifest = await writeRows(job, createWriteStream(draft), { end: true });
      await rename(draft, path);
      return manifest;
    });
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Says of a file that cannot be written which one it is. */
async function tell<Result>(path: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const isOfFile = error instanceof Error && 'code' in error && 'syscall' in error;
    if (!isOfFile || error.code === 'EPIPE') throw error;
    throw new CommandError(`${path} cannot be written: ${error.message}`, 1, { cause: error });
  }
}

async function writeRows(job: ExportJob, target: Writable, { end }: { end: boolean }): Promise<Manifest> {
  const digest = new ExportDigest();
  const stream = streamExport(job);
  let bytes = 0;
  let manifest: Manifest | undefined;
  async function* rows() {
    try {
      for (;;) {
        const { value, done } = await stream.next();
        if (done) {
          manifest = digest.toManifest(job, value);
          return;
        }
        digest.add(value);
        bytes += value.length;
        showProgress(bytes);
        yield value;
      }
    } finally {
      // Where the target failed, the query has to end as well, or the database waits for it.
      await stream.return({} as ExportTally);
    }
  }
  await pipeline(rows, target, { end });
  if (manifest === undefined) throw new Error('The export ended before its last row.');
  return manifest;
}

function showProgress(bytes: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${(bytes / 1e6).toFixed(1)} MB`);
}

function report({ counts, sha256 }: Manifest): void {
  const leftOut = Object.entries(counts.leftOut).map(([reason, number]) => `${reason} ${number}`);
  const rest = leftOut.length === 0 ? '' : `; left out: ${leftOut.join(', ')}`;
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.stderr.write(`${counts.rows} rows from ${counts.ballots} ballots${rest}; sha256 ${sha256}\n`);
}

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
