import { createHash } from 'node:crypto';
import { streamRecords } from '#db/queries/export-records.ts';
import { exportFormats } from '#lib/preferences/export/export-formats.ts';
import type { ExportQuery } from '#lib/preferences/export/export-query.ts';
import { type ExportTally, ExportWriter } from '#lib/preferences/export/export-writer.ts';
import type { ExportFormatName } from '#lib/preferences/export/format-names.ts';
import { createManifest, type Manifest } from '#lib/preferences/export/manifest.ts';

export type ExportJob = {
  format: ExportFormatName;
  query: ExportQuery;
  pseudonymOf: (raterId: string) => string;
};

/** The file in pieces of some hundred ballots. @returns what was counted, once it is whole. */
export async function* streamExport(job: ExportJob): AsyncGenerator<Buffer, ExportTally> {
  const { personalData, ...filter } = job.query;
  const format = exportFormats[job.format];
  const writer = new ExportWriter(format, { personalData, pseudonymOf: job.pseudonymOf });
  // Not by itself: who has the first piece knows that the query works.
  let lines = writer.header();
  for await (const records of streamRecords(filter, format.reads)) {
    for (const record of records) lines += writer.write(record);
    if (lines !== '') yield Buffer.from(lines);
    lines = '';
  }
  if (lines !== '') yield Buffer.from(lines);
  return writer.tally;
}

/** Writes the export to nobody: what it would hold, and its digest. `signal` ends it early. */
export async function measureExport(job: ExportJob, signal?: AbortSignal): Promise<Manifest> {
  const digest = new ExportDigest();
  const stream = streamExport(job);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { value, done } = await stream.next();
      if (done) return digest.toManifest(job, value);
      digest.add(value);
    }
  } finally {
    await stream.return({} as ExportTally);
  }
}

/** Follows the bytes of a file for its manifest. */
export class ExportDigest {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  add(piece: Buffer): void {
    this.#hash.update(piece);
    this.#bytes += piece.length;
  }

  toManifest(job: ExportJob, tally: ExportTally): Manifest {
    return createManifest(job.format, job.query, {
      bytes: this.#bytes,
      sha256: this.#hash.digest('hex'),
      tally,
    });
  }
}
