import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Command, CommandError } from '#cli/command.ts';
import { withCommandDatabase } from '#cli/open-database.ts';
import { importStream } from '#db/queries/import-stream.ts';
import { importFormatNames } from '#lib/preferences/import/format-names.ts';
import type { ImportReport } from '#lib/preferences/import/report-schema.ts';
import { RecordsError } from '#lib/records/records-error.ts';

const help = `Usage: baijia import FORMAT FILE [OPTIONS]

Takes the judgements of FILE (- reads standard input; JSON Lines, JSON or CSV, plain or gzip) into the log. Running it
again imports nothing twice, so an import that broke off can be repeated. Raters of other sources begin with
"import:FORMAT". Prints a report as JSON; rejected lines are in it with their reasons. Exit code 1 when no line could
be taken.

Formats: ${importFormatNames.join(', ')}

Options:
  --dry-run              read and check everything, store nothing
  --leaderboard in|out   whether the ballots count (default: in for baijia, out for the others)
  --help                 show this

Examples:
  baijia import arena-140k battles.jsonl.gz --dry-run
  baijia export baijia | ssh other-host baijia import baijia -
`;

export const command: Command = {
  help,
  run: async (args) => {
    const { values, positionals } = parse(args);
    const [name, file, ...more] = positionals;
    const format = importFormatNames.find((known) => known === name);
    if (format === undefined)
      throw new CommandError(`which FORMAT? One of ${importFormatNames.join(', ')}`, 2);
    if (file === undefined || more.length > 0)
      throw new CommandError('one FILE, please (- reads standard input)', 2);
    const { leaderboard = format === 'baijia' ? 'in' : 'out' } = values;
    if (leaderboard !== 'in' && leaderboard !== 'out')
      throw new CommandError('--leaderboard must be in or out', 2);
    const options = { format, isDryRun: values['dry-run'], counts: leaderboard === 'in' };
    const source = await open(file);
    await withCommandDatabase(async () => {
      const report = await importStream(source, options, showProgress).catch((error: unknown) => {
        if (error instanceof RecordsError) throw new CommandError(error.message, 1, { cause: error });
        if (error instanceof Error && 'syscall' in error && 'errno' in error) {
          throw new CommandError(`${file} cannot be read: ${error.message}`, 1, { cause: error });
        }
        throw error;
      });
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
      if (report.rejectedCount > 0 && report.imported + report.skipped + report.ignored === 0) {
        throw new CommandError(`no line could be taken: is this file really of the format ${format}?`);
      }
    });
  },
};

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, leaderboard: { type: 'string' } },
    });
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error), 2, { cause: error });
  }
}

async function open(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return process.stdin;
  await stat(file).catch((cause: unknown) => {
    throw new CommandError(`there is no file ${file}`, 1, { cause });
  });
  return createReadStream(file, { highWaterMark: 256 * 1024 });
}

function showProgress({ imported, skipped, rejectedCount }: ImportReport): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${imported} imported, ${skipped} known, ${rejectedCount} rejected`);
}
