/** One cold measurement for rate-fit.ts: `fit` (fit and sandwich intervals) or `board` (all that is printed). */
import { cpuMs, readArenaCounts } from '#bench/arena-counts.ts';
import { fitBoard } from '#lib/rating/board-fit.ts';
import { leaderboard } from '#lib/rating/leaderboard.ts';
import { observationsFromCounts } from '#lib/rating/observations.ts';
import { mergePairCounts } from '#lib/rating/pair-counts.ts';

const settings = { ties: 'half', interval: 'sandwich', confidence: 0.95 } as const;
const counts = await readArenaCounts();
if (process.argv[2] === 'fit') {
  const observations = observationsFromCounts(mergePairCounts(counts), settings.ties);
  console.log(cpuMs(() => fitBoard(observations, settings)));
} else {
  console.log(cpuMs(() => leaderboard({ counts }, settings)));
}
