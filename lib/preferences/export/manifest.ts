import { z } from 'zod';
import { exportFormats } from '#lib/preferences/export/export-formats.ts';
import type { ExportQuery } from '#lib/preferences/export/export-query.ts';
import type { ExportTally } from '#lib/preferences/export/export-writer.ts';
import {
  type ExportFormatName,
  exportFileName,
  exportFormatNames,
} from '#lib/preferences/export/format-names.ts';
import { leftOutReasons } from '#lib/preferences/export/left-out-reasons.ts';
import packageFile from '#package.json' with { type: 'json' };

const count = z.int().min(0);

export const exportCountSchema = z.object({
  ballots: count,
  rows: count,
  leftOut: z.partialRecord(z.enum(leftOutReasons), count),
  mixedContexts: count,
  personalData: z.object({ key: count, email: count, phone: count }),
});

const dataFileSchema = z.object({ path: z.string(), bytes: count, sha256: z.string() });
export type DataFile = z.infer<typeof dataFileSchema>;

/** What stands beside an exported file or in a dataset folder. It names no time, so that the same data give the same manifest. */
export const manifestSchema = z.object({
  format: z.enum(exportFormatNames),
  /** The file of the rows, or the folder of their files. */
  file: z.string(),
  /** Of all files, one after the other. */
  bytes: count,
  sha256: z.string(),
  /** Those of a dataset folder. */
  files: z.array(dataFileSchema).optional(),
  filter: z.record(z.string(), z.union([z.string(), z.boolean()])),
  counts: exportCountSchema,
  ties: z.string(),
  order: z.string(),
  raters: z.string(),
  personalData: z.string(),
  licence: z.string(),
  versions: z.object({ baijia: z.string(), manifest: z.literal(1) }),
});
export type Manifest = z.infer<typeof manifestSchema>;

const personalDataWords = {
  keep: 'not looked for',
  mask: 'e-mail addresses, phone numbers and keys are replaced by [EMAIL], [PHONE] and [KEY]',
  'leave-out': 'ballots with e-mail addresses, phone numbers or keys in a text are left out',
};

export function createManifest(
  format: ExportFormatName,
  { personalData, ...filter }: ExportQuery,
  { bytes, sha256, files, tally }: { bytes: number; sha256: string; files?: DataFile[]; tally: ExportTally },
): Manifest {
  const given = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    format,
    file: files === undefined ? exportFileName(format) : 'data',
    bytes,
    sha256,
    ...(files === undefined ? {} : { files }),
    filter: Object.fromEntries(given.sort(([one], [other]) => (one < other ? -1 : 1))),
    counts: tally,
    ties: exportFormats[format].ties,
    order: 'by the time of the ballot, then by its id',
    raters:
      format === 'baijia' ? 'as they are in the database' : 'pseudonyms keyed by this installation, or none',
    personalData: personalDataWords[personalData],
    licence:
      'Prompts and judgements belong to those who wrote them; answers are subject to the terms of the models that gave them. Baijia grants no licence to them.',
    versions: { baijia: packageFile.version, manifest: 1 },
  };
}
