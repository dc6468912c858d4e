import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Command, CommandError } from '#cli/command.ts';
import { help, parseRateOptions, type RateOptions } from '#cli/rate-options.ts';
import { formatBoard, type VoteTotals } from '#cli/rate-table.ts';
import { readBattleRow } from '#lib/rating/battle-row.ts';
import { type Leaderboard, leaderboard } from '#lib/rating/leaderboard.ts';
import type { PairCount } from '#lib/rating/pair-counts.ts';
import { PairTally } from '#lib/rating/pair-tally.ts';
import { readRecords } from '#lib/records/read-records.ts';
import { RecordsError } from '#lib/records/records-error.ts';
import { RowFault } from '#lib/records/row-fault.ts';

export const command: Command = {
  help,
  run: async (args) => {
    const options = parseRateOptions(args);
    const read = await readCounts(options);
    const board = rate(read.counts, options);
    process.stdout.write(options.isJson ? formatJson(board, read) : formatBoard(board, read));
  },
};

type ReadCounts = VoteTotals & { counts: PairCount[] };

/** More would be no board any more, and the exact fit needs memory by the square. */
const MOST_MODELS = 2000;

async function readCounts({ file, skipsBad }: RateOptions): Promise<ReadCounts> {
  const tally = new PairTally();
  let votes = 0;
  let ignored = 0;
  let skipped = 0;
  let firstBad = '';
  const bad = (line: number, { message }: RowFault) => {
    if (!skipsBad) throw new CommandError(`line ${line}: ${message} (--skip-bad leaves such rows out)`);
    skipped += 1;
    if (firstBad === '') firstBad = `line ${line}: ${message}`;
  };
  const source = await open(file);
  await translateFaults(file, () =>
    readRecords(source, {
      bad,
      record: (record, line) => {
        try {
          const found = readBattleRow(record);
          if (found.length === 0) ignored += 1;
          for (const vote of found) {
            votes += vote.weight;
            tally.add(vote);
          }
        } catch (error) {
          if (!(error instanceof RowFault)) throw error;
          bad(line, error);
        }
        if (tally.models > MOST_MODELS) {
          throw new CommandError(
            `line ${line}: more than ${MOST_MODELS} models; are these the right columns?`,
          );
        }
      },
    }),
  );
  if (skipped > 0)
    process.stderr.write(`baijia rate: left out ${skipped} bad rows, the first: ${firstBad}\n`);
  const counts = tally.counts();
  if (counts.length === 0) throw new CommandError(`no battles in ${file}`);
  return { counts, votes, ignored, skipped };
}

async function open(file: string): Promise<Readable> {
  if (file === '-') return process.stdin;
  const { size } = await translateFaults(file, () => stat(file));
  const stream = createReadStream(file, { highWaterMark: 1024 * 1024 });
  if (process.stderr.isTTY) showProgress(stream, size);
  return stream;
}

async function translateFaults<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RecordsError) throw new CommandError(error.message, 1, { cause: error });
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ENOENT') throw new CommandError(`there is no file ${file}`, 1, { cause: error });
    throw new CommandError(`${file} cannot be read: ${error.message}`, 1, { cause: error });
  }
}

function showProgress(stream: Readable, size: number): void {
  let read = 0;
  let shown = '';
  stream.on('data', (chunk: Buffer) => {
    read += chunk.length;
    const text = `reading ${Math.floor((100 * read) / Math.max(size, 1))} %`;
    if (text !== shown) process.stderr.write(`\r${text}`);
    shown = text;
  });
  stream.on('close', () => process.stderr.write('\r\u001b[K'));
}

function rate(counts: PairCount[], { settings }: RateOptions): Leaderboard {
  try {
    return leaderboard({ counts }, settings);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(error.message, 1, { cause: error });
    throw error;
  }
}

function formatJson(board: Leaderboard, { votes, ignored, skipped }: ReadCounts): string {
  const { settings, method, extras, logLikelihood, digest } = board;
  const rows = board.rows.map(({ id, ...row }) => ({ id, name: id, ...row }));
  const counts = { votes, ignored, skipped };
  return `${JSON.stringify({ settings, method, counts, rows, extras, logLikelihood, digest }, null, 2)}\n`;
}
