/**
 * Promise: on 1.67 million votes of 129 models, fit and sandwich intervals within 100 ms of the process's own time
 * after reading, in a cold process; ratings equal to an independent exact fit to 1e-6 points.
 * Baseline in the same run: the fixed-point iteration of Zermelo (1929), as older leaderboards use, to the same
 * precision.
 * Run: node bench/rate-fit.ts
 */
import { createReadStream, readFileSync } from 'node:fs';
import { readRecords } from '#cli/rate-records.ts';
import { readBattleRow } from '#lib/rating/battle-row.ts';
import { leaderboard } from '#lib/rating/leaderboard.ts';
import { mergePairCounts, type PairCount } from '#lib/rating/pair-counts.ts';
import { PairTally } from '#lib/rating/pair-tally.ts';
import { CENTRE, POINTS } from '#lib/rating/scale.ts';
import { type TiePolicy, tiePolicies } from '#lib/rating/tie-policy.ts';

const folder = new URL('./data/', import.meta.url);

async function readCounts(): Promise<PairCount[]> {
  const tally = new PairTally();
  await readRecords(createReadStream(new URL('chatbot-arena-2024-08.csv', folder)), {
    record: (record) => {
      for (const votes of readBattleRow(record)) tally.add(votes);
    },
    bad: (line, message) => {
      throw new Error(`line ${line}: ${message}`);
    },
  });
  return tally.counts();
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Ratings by Zermelo's iteration p_i = wins_i / sum_j games_ij / (p_i + p_j), ties as half wins. */
function zermelo(counts: readonly PairCount[]): number[] {
  const models = [...new Set(counts.flatMap(({ a, b }) => [a, b]))].sort();
  const place = new Map(models.map((model, index) => [model, index]));
  const wins = models.map(() => 0);
  const games = counts.map(({ a, b, winsA, winsB, ties, bothBad }) => {
    const [i, j] = [place.get(a) ?? 0, place.get(b) ?? 0];
    const half = (ties + bothBad) / 2;
    wins[i] = (wins[i] ?? 0) + winsA + half;
    wins[j] = (wins[j] ?? 0) + winsB + half;
    return { i, j, games: winsA + winsB + 2 * half };
  });
  let strengths = models.map(() => 1);
  for (let change = 1; change > 1e-12; ) {
    const sums = models.map(() => 0);
    for (const { i, j, games: played } of games) {
      const part = played / ((strengths[i] ?? 0) + (strengths[j] ?? 0));
      sums[i] = (sums[i] ?? 0) + part;
      sums[j] = (sums[j] ?? 0) + part;
    }
    const next = wins.map((won, i) => won / (sums[i] ?? 1));
    const mean = Math.exp(next.reduce((sum, strength) => sum + Math.log(strength), 0) / next.length);
    const scaled = next.map((strength) => strength / mean);
    change = Math.max(...scaled.map((strength, i) => Math.abs(Math.log(strength / (strengths[i] ?? 1)))));
    strengths = scaled;
  }
  return strengths.map((strength) => CENTRE + POINTS * Math.log(strength));
}

const counts = await readCounts();
const reference: { models: string[]; ratings: Record<TiePolicy, number[]> } = JSON.parse(
  readFileSync(new URL('chatbot-arena-2024-08.ratings.json', folder), 'utf8'),
);
let hasFailed = false;
const base = { interval: 'sandwich', confidence: 0.95 } as const;
for (const ties of tiePolicies) {
  let board = leaderboard({ counts: [] }, { ...base, ties });
  const cold = cpuMs(() => {
    board = leaderboard({ counts }, { ...base, ties });
  });
  const warm = cpuMs(() => leaderboard({ counts }, { ...base, ties }));
  const ratings = new Map(board.rows.map((row) => [row.id, row.rating ?? Number.NaN]));
  const gaps = reference.models.map((model, index) =>
    Math.abs((ratings.get(model) ?? Number.NaN) - (reference.ratings[ties][index] ?? Number.NaN)),
  );
  const gap = Math.max(...gaps);
  if (!(gap < 1e-6) || (ties === 'half' && cold > 100)) hasFailed = true;
  console.log(
    `${ties}: board with sandwich intervals ${cold.toFixed(0)} ms ${ties === 'half' ? '(cold process)' : ''}, ` +
      `again ${warm.toFixed(0)} ms; largest gap to the independent fit ${gap.toExponential(1)} points`,
  );
  if (ties !== 'half') continue;
  let slow: number[] = [];
  const baseline = cpuMs(() => {
    slow = zermelo(mergePairCounts(counts));
  });
  const order = [...ratings.keys()].sort();
  const apart = Math.max(
    ...order.map((model, index) => Math.abs((slow[index] ?? 0) - (ratings.get(model) ?? 0))),
  );
  console.log(
    `  Zermelo's iteration, ratings alone: ${baseline.toFixed(0)} ms, ratio ${(cold / baseline).toFixed(3)}; ` +
      `${apart.toExponential(1)} points apart`,
  );
}
console.log(hasFailed ? 'FAILED: promised 100 ms and 1e-6 points' : 'ok: within 100 ms and 1e-6 points');
process.exitCode = hasFailed ? 1 : 0;
