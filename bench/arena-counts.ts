import { createReadStream } from 'node:fs';
import { readBattleRow } from '#lib/rating/battle-row.ts';
import type { PairCount } from '#lib/rating/pair-counts.ts';
import { PairTally } from '#lib/rating/pair-tally.ts';
import { readRecords } from '#lib/records/read-records.ts';

/** The counts of bench/data/chatbot-arena-2024-08.csv, read as the command reads them. */
export async function readArenaCounts(): Promise<PairCount[]> {
  const tally = new PairTally();
  await readRecords(createReadStream(new URL('./data/chatbot-arena-2024-08.csv', import.meta.url)), {
    record: (record) => {
      for (const votes of readBattleRow(record)) tally.add(votes);
    },
    bad: (line, { message }) => {
      throw new Error(`line ${line}: ${message}`);
    },
  });
  return tally.counts();
}

/** Processor time of the whole process, its compiler and garbage collector included, during the work. */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
