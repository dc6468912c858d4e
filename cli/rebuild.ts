import { parseArgs } from 'node:util';
import { type Command, CommandError } from '#cli/command.ts';
import { withCommandDatabase } from '#cli/open-database.ts';
import { checkPairCounts, renewPairCounts } from '#db/queries/rebuild.ts';

const help = `Usage: baijia rebuild [OPTIONS]

Reads all ballots anew and puts right the pairs and pair counts that leaderboards are made of. Prints as JSON how many
differed before, and proves that none does after. New ballots wait until it is done.

Options:
  --check   only compare, change nothing; exit code 1 when anything differs
  --help    show this
`;

export const command: Command = {
  help,
  run: async (args) => {
    const isCheck = parse(args);
    await withCommandDatabase(
      async () => {
        const report = isCheck ? await checkPairCounts() : await renewPairCounts();
        process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
        const left = 'differencesAfter' in report ? report.differencesAfter : report.differences;
        if (left > 0) throw new CommandError(`${left} counts are not what the ballots say`);
      },
      { deadlineMs: 24 * 3_600_000 },
    );
  },
};

function parse(args: string[]): boolean {
  try {
    return parseArgs({ args, options: { check: { type: 'boolean', default: false } } }).values.check;
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error), 2, { cause: error });
  }
}
