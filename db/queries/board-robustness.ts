import { filterOf } from '#db/queries/board.ts';
import { listContestants } from '#db/queries/board-contestants.ts';
import { readCounts } from '#db/queries/board-counts.ts';
import type { RaterId } from '#lib/rater.ts';
import type { BoardRobustness } from '#lib/rating/board-answer.ts';
import type { BoardQuery } from '#lib/rating/board-schema.ts';
import { fitBradleyTerry } from '#lib/rating/bradley-terry.ts';
import { findRankable } from '#lib/rating/existence.ts';
import { observationsFromCounts, restrictObservations } from '#lib/rating/observations.ts';
import { mergePairCounts } from '#lib/rating/pair-counts.ts';
import { findTopChange } from '#lib/rating/robustness.ts';
import { isModelled } from '#lib/rating/tie-policy.ts';

/**
 * How many votes would have to be decided otherwise for another to be on top. Without style and position; modelled
 * ties count half here, for turning a vote means to give it to one side.
 */
export async function getBoardRobustness(raterId: RaterId, query: BoardQuery): Promise<BoardRobustness> {
  const [contestants, { counts }] = await Promise.all([
    listContestants(query.by),
    readCounts(filterOf(raterId, query), query.by, 'merged'),
  ]);
  const ties = isModelled(query.ties) ? 'half' : query.ties;
  const merged = mergePairCounts(counts.map(({ rater: _, ...count }) => count));
  const observations = observationsFromCounts(merged, ties);
  const { rated } = findRankable(observations);
  if (rated.length < 2) return { ties, topChange: null };
  const kept = restrictObservations(observations, rated);
  const change = findTopChange(kept, fitBradleyTerry(kept));
  if (change === null) return { ties, topChange: null };
  const { leader, challenger, votes, share } = change;
  return {
    ties,
    topChange: {
      leader: contestants.describe(leader),
      challenger: contestants.describe(challenger),
      votes,
      share,
    },
  };
}
