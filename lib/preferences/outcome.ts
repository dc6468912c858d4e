import type { BallotInput } from '#lib/preferences/ballot-schema.ts';
import type { Outcome } from '#lib/preferences/log-schema.ts';

/** What a ballot says as a whole. A ranking of fewer than two lanes compares nothing: `unranked`. */
export function getOutcome(ballot: Pick<BallotInput, 'ranking' | 'allBad'>): Outcome {
  if (ballot.allBad) return 'all-bad';
  if (ballot.ranking.flat().length < 2) return 'unranked';
  return ballot.ranking[0]?.length === 1 ? 'win' : 'tie';
}
