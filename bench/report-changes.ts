/**
 * How long tagging and excluding everything that matches takes, and undoing it; how long others have to wait for one
 * lot of it; whether the pair counts are equal to the ballots at the end.
 * Run: DATA_DIR=FOLDER node bench/report-changes.ts, after DATA_DIR=FOLDER npm run baijia -- seed --ballots 200000
 */
import { performance } from 'node:perf_hooks';
import { withCommandDatabase } from '#cli/open-database.ts';
import { changeBallots } from '#db/queries/change-ballots.ts';
import { listPreferences } from '#db/queries/preferences.ts';
import { checkPairCounts } from '#db/queries/rebuild.ts';
import { undoAction } from '#db/queries/undo-action.ts';
import { bulkInputSchema } from '#lib/preferences/change-schema.ts';
import type { RaterId } from '#lib/rater.ts';

const rater = 'local' as RaterId;
const all = { kind: 'tag', value: 'everything' };
const changes = [
  ['tag all', {}, all],
  ['exclude all', {}, { kind: 'exclude', value: 'a trial' }],
  ['tag an endpoint', { endpoint: 'seed-07' }, { kind: 'tag', value: 'seven' }],
  ['tag what says "the"', { q: 'the' }, { kind: 'tag', value: 'words' }],
] as const;

async function time<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(2)} s`);
  return result;
}

await withCommandDatabase(
  async () => {
    for (const [name, filter, change] of changes) {
      const input = bulkInputSchema.parse({ filter, change });
      const counted = { ...input, dryRun: true };
      await time(`${name}, counting`, () => changeBallots(rater, counted));
      const { matched, actionId } = await time(name, () => changeBallots(rater, input));
      console.log(`  ${matched.toLocaleString('en')} ballots`);
      if (change === all) {
        const page = { limit: 50 };
        await time('  first page under the tag', () => listPreferences({ tag: all.value }, page));
      }
      await time(`${name}, undoing`, () => undoAction(rater, actionId ?? ''));
    }
    console.log(await time('check', checkPairCounts));
  },
  { deadlineMs: 3_600_000 },
);
