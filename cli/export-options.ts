import { parseArgs } from 'node:util';
import { CommandError } from '#cli/command.ts';
import { type ExportQuery, exportQuerySchema } from '#lib/preferences/export/export-query.ts';
import { type ExportFormatName, exportFormatNames } from '#lib/preferences/export/format-names.ts';

export type ExportOptions = {
  format: ExportFormatName;
  query: ExportQuery;
  /** Undefined: standard output. */
  out: string | undefined;
  folder: string | undefined;
  counts: boolean;
};

export const help = `Usage: baijia export FORMAT [--out FILE | --folder FOLDER | --count] [FILTERS]

Writes the preference log in FORMAT to standard output, FILE, or FOLDER. The same data and filters give the same
bytes. With FILE, a manifest is written beside it (FILE.manifest.json); FOLDER becomes a dataset folder as Hugging
Face has them: the rows in data/, README.md, manifest.json and, for llama-factory, dataset_info.json.

Formats:
  trl-preference           prompt, chosen, rejected: DPO, ORPO, CPO
  trl-preference-implicit  two whole conversations: reward models
  trl-kto                  one answer with true or false, from thumbs and overall ratings
  trl-sft                  conversations that end with the answer a person wrote
  openai-dpo               also for Azure, Fireworks and Together
  llama-factory            ShareGPT pairs
  arena                    the columns of the LMArena 140k set, with ties and both-bad
  csv                      one row per answer
  baijia                   everything; can be imported back

Filters, as in the address of the results page:
  --q WORDS  --endpoint ID  --card ID  --mode open|blind  --outcome win|tie|all-bad|unranked
  --language CODE  --from TIME  --to TIME  --hasComment true|false  --rater ID  --flag FLAG
  --tag TAG  --excluded REASON|any|none

Options:
  --personalData keep|mask|leave-out   what becomes of e-mail addresses, phone numbers and keys (default keep)
  --count                              print how much there is, as JSON, and write no rows
  --help                               show this

Examples:
  baijia export trl-preference --outcome win --from 2026-11-01T00:00:00Z --out pairs.jsonl
  baijia export arena | gzip > battles.jsonl.gz
  baijia export llama-factory --personalData mask --folder my-dataset
`;

const filterNames = Object.keys(exportQuerySchema.shape);

/** @throws CommandError with exit code 2. */
export function parseExportOptions(args: string[]): ExportOptions {
  const { values, positionals } = parse(args);
  const [name, ...more] = positionals;
  const format = exportFormatNames.find((known) => known === name);
  if (format === undefined) {
    throw new CommandError(`which FORMAT? One of ${exportFormatNames.join(', ')}`, 2);
  }
  if (more.length > 0) throw new CommandError(`one FORMAT, please: ${more.join(', ')} is too much`, 2);
  const { out, folder, count } = values;
  if ([out, folder, count].filter((one) => one !== undefined).length > 1) {
    throw new CommandError('choose one of --out, --folder and --count', 2);
  }
  const given = Object.fromEntries(Object.entries(values).filter(([key]) => filterNames.includes(key)));
  const parsed = exportQuerySchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CommandError(`--${String(issue?.path[0])}: ${issue?.message}`, 2);
  }
  return {
    format,
    query: parsed.data,
    out: typeof out === 'string' ? out : undefined,
    folder: typeof folder === 'string' ? folder : undefined,
    counts: count === true,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        folder: { type: 'string' },
        count: { type: 'boolean' },
        ...Object.fromEntries(filterNames.map((name) => [name, { type: 'string' as const }])),
      },
    });
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error), 2, { cause: error });
  }
}
