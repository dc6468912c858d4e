/**
 * Promise: on 1.67 million votes of 129 models, fit and sandwich intervals within 100 ms of the process's own time
 * after reading, in a cold process; ratings equal to an independent exact fit to 1e-6 points.
 * Baseline in the same run: the fixed-point iteration of Zermelo (1929), as older leaderboards use, to the same
 * precision and without intervals.
 * Run: node bench/rate-fit.ts
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpuMs, readArenaCounts } from '#bench/arena-counts.ts';
import { leaderboard } from '#lib/rating/leaderboard.ts';
import { mergePairCounts, type PairCount } from '#lib/rating/pair-counts.ts';
import { CENTRE, POINTS } from '#lib/rating/scale.ts';
import { type TiePolicy, tiePolicies } from '#lib/rating/tie-policy.ts';

/** Ratings by Zermelo's iteration p_i = wins_i / sum_j games_ij / (p_i + p_j), ties as half wins. */
function zermelo(counts: readonly PairCount[]): Map<string, number> {
  const models = [...new Set(counts.flatMap(({ a, b }) => [a, b]))];
  const place = new Map(models.map((model, index) => [model, index]));
  const wins = new Float64Array(models.length);
  const games = counts.map(({ a, b, winsA, winsB, ties, bothBad }) => {
    const [i, j] = [place.get(a) ?? 0, place.get(b) ?? 0];
    const half = (ties + bothBad) / 2;
    wins[i] = (wins[i] ?? 0) + winsA + half;
    wins[j] = (wins[j] ?? 0) + winsB + half;
    return { i, j, games: winsA + winsB + 2 * half };
  });
  let strengths = new Float64Array(models.length).fill(1);
  for (let change = 1; change > 1e-12; ) {
    const sums = new Float64Array(models.length);
    for (const { i, j, games: played } of games) {
      const part = played / ((strengths[i] ?? 0) + (strengths[j] ?? 0));
      sums[i] = (sums[i] ?? 0) + part;
      sums[j] = (sums[j] ?? 0) + part;
    }
    const next = wins.map((won, i) => won / (sums[i] ?? 1));
    const mean = Math.exp(next.reduce((sum, strength) => sum + Math.log(strength), 0) / next.length);
    const before = strengths;
    strengths = next.map((strength) => strength / mean);
    change = Math.max(...strengths.map((strength, i) => Math.abs(Math.log(strength / (before[i] ?? 1)))));
  }
  return new Map(models.map((model, i) => [model, CENTRE + POINTS * Math.log(strengths[i] ?? 0)]));
}

function coldRuns(part: 'fit' | 'board'): number[] {
  const runs = Array.from({ length: 7 }, () => {
    const child = spawnSync(process.execPath, ['bench/rate-fit-cold.ts', part], { encoding: 'utf8' });
    if (child.status !== 0) throw new Error(child.stderr);
    return Number(child.stdout);
  });
  return runs.sort((one, other) => one - other);
}

const ms = (value: number | undefined) => `${(value ?? Number.NaN).toFixed(0)} ms`;
const [fit, board] = [coldRuns('fit'), coldRuns('board')];
console.log(
  `fit and sandwich intervals, 7 cold processes: best ${ms(fit[0])}, median ${ms(fit[3])}, worst ${ms(fit[6])}`,
);
console.log(
  `the whole board, 7 cold processes: best ${ms(board[0])}, median ${ms(board[3])}, worst ${ms(board[6])}`,
);

const counts = await readArenaCounts();
const reference: { models: string[]; ratings: Record<TiePolicy, number[]> } = JSON.parse(
  readFileSync(new URL('./data/chatbot-arena-2024-08.ratings.json', import.meta.url), 'utf8'),
);
let largest = 0;
for (const ties of tiePolicies) {
  const { rows } = leaderboard({ counts }, { ties, interval: 'none', confidence: 0.95 });
  const ratings = new Map(rows.map((row) => [row.id, row.rating ?? Number.NaN]));
  const gaps = reference.models.map((model, index) =>
    Math.abs((ratings.get(model) ?? Number.NaN) - (reference.ratings[ties][index] ?? Number.NaN)),
  );
  largest = Math.max(largest, ...gaps);
  console.log(`${ties}: largest gap to the independent fit ${Math.max(...gaps).toExponential(1)} points`);
}

const merged = mergePairCounts(counts);
let slow = new Map<string, number>();
const baseline = cpuMs(() => {
  slow = zermelo(merged);
});
const { rows } = leaderboard({ counts }, { ties: 'half', interval: 'none', confidence: 0.95 });
const apart = Math.max(...rows.map((row) => Math.abs((slow.get(row.id) ?? Number.NaN) - (row.rating ?? 0))));
console.log(
  `Zermelo's iteration, ratings alone: ${ms(baseline)}, ratio ${((fit[0] ?? 0) / baseline).toFixed(2)}; ` +
    `${apart.toExponential(1)} points apart`,
);
const hasFailed = !((fit[6] ?? Number.NaN) <= 100 && largest < 1e-6);
console.log(hasFailed ? 'FAILED: promised 100 ms and 1e-6 points' : 'ok: within 100 ms and 1e-6 points');
process.exitCode = hasFailed ? 1 : 0;
