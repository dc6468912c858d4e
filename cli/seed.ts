import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Command, CommandError } from '#cli/command.ts';
import { withCommandDatabase } from '#cli/open-database.ts';
import { findSeedObstacle, seedBallots, seededEndpoint, seededStrength } from '#db/testing/seed-ballots.ts';

const help = `Usage: baijia seed [OPTIONS]

Fills the database with made-up ballots, to try or measure Baijia at full size: prompts and answers in English and
Chinese, endpoints of known strength, blind and open comparisons, ties, comments and ratings. A million ballots take
some minutes and about 5 GB. They cannot be taken out again: use a data folder of its own. A database in which
somebody has compared something is refused. Prints the true strengths as JSON.

Options:
  --ballots N     how many (default 1000000)
  --endpoints N   2 to 40, each a little stronger than the one before (default 30)
  --raters N      1 to 1000; the first of them is you (default 12)
  --days N        over how many days up to now the ballots are spread (default 90)
  --add           also into a database that is in use
  --help          show this

Examples:
  DATA_DIR=/tmp/trial npm run baijia -- seed && DATA_DIR=/tmp/trial npm start
  baijia seed --ballots 20000 --endpoints 8 --days 14
`;

const count = (least: number, most: number, usual: number) =>
  z.coerce.number().int().min(least).max(most).default(usual);
const optionsSchema = z.object({
  ballots: count(1, 100_000_000, 1_000_000),
  endpoints: count(2, 40, 30),
  raters: count(1, 1_000, 12),
  days: count(1, 10_000, 90),
  add: z.boolean().default(false),
});

export const command: Command = {
  help,
  run: async (args) => {
    const { add, ...seed } = parse(args);
    await withCommandDatabase(
      async () => {
        refuse(await findSeedObstacle(), add);
        await seedBallots({ ...seed, onProgress: (done) => showProgress(done, seed.ballots) });
        if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
        process.stderr.write(`${seed.ballots} ballots over ${seed.endpoints} endpoints were written\n`);
        const strengths = Array.from({ length: seed.endpoints }, (_, index) => ({
          endpointId: seededEndpoint(index),
          strength: Number(seededStrength(index, seed.endpoints).toFixed(2)),
        }));
        process.stdout.write(`${JSON.stringify({ unit: 'natural log-odds', strengths }, null, 2)}\n`);
      },
      { deadlineMs: 24 * 3_600_000 },
    );
  },
};

function parse(args: string[]): z.infer<typeof optionsSchema> {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args,
      options: { ballots: text, endpoints: text, raters: text, days: text, add: { type: 'boolean' } },
    });
    const parsed = optionsSchema.safeParse(values);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new CommandError(`--${String(issue?.path[0])}: ${issue?.message}`, 2);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(error instanceof Error ? error.message : String(error), 2, { cause: error });
  }
}

function refuse(obstacle: 'seeded' | 'used' | null, isAdding: boolean): void {
  if (obstacle === 'seeded') {
    throw new CommandError('this database is seeded already; choose another DATA_DIR or DATABASE_URL');
  }
  if (obstacle === 'used' && !isAdding) {
    throw new CommandError(
      'somebody has compared something in this database, and made-up ballots would mix with theirs for good. Choose another DATA_DIR or DATABASE_URL, or say --add',
    );
  }
}

function showProgress(done: number, all: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[K${done} of ${all} ballots`);
}
