import type { BallotInput, Rating } from '#lib/preferences/ballot-schema.ts';
import { keepLanes, type Ranking } from '#lib/preferences/ranking.ts';

export type Strength = 1 | 2 | 3;

/** A judgement while it is being made: everything of a ballot but the time it took. */
export type BallotDraft = {
  ranking: Ranking;
  allBad: boolean;
  strength: Strength | null;
  ratings: Readonly<Record<string, Rating>>;
  comment: string;
};

export const emptyDraft: BallotDraft = {
  ranking: [],
  allBad: false,
  strength: null,
  ratings: {},
  comment: '',
};

/** What can be said about two answers with one key. */
export const verdicts = ['first', 'second', 'tie', 'both-bad'] as const;
export type Verdict = (typeof verdicts)[number];

/** A ballot as stored or as sent: both read alike. */
type BallotLike = {
  ranking: Ranking;
  allBad: boolean;
  strength?: number | null | undefined;
  ratings: Readonly<Record<string, Rating>>;
  comment?: string | null | undefined;
};

export function draftFromBallot(ballot: BallotLike | null): BallotDraft {
  if (ballot === null) return emptyDraft;
  const { strength } = ballot;
  return {
    ranking: ballot.ranking,
    allBad: ballot.allBad,
    strength: strength === 1 || strength === 2 || strength === 3 ? strength : null,
    ratings: ballot.ratings,
    comment: ballot.comment ?? '',
  };
}

/** "How much better" has a meaning only where something is better than something else. */
export function hasOrder(ranking: Ranking): boolean {
  return ranking.length > 1;
}

/** A field left empty is a field not given. */
function ratingToInput(rating: Rating): Rating {
  const isGiven = (value: unknown) =>
    value !== undefined && !(typeof value === 'string' && value.trim() === '') && !isEmptyList(value);
  return Object.fromEntries(Object.entries(rating).filter(([, value]) => isGiven(value)));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

export function draftToInput(draft: BallotDraft, durationMs: number | null): BallotInput {
  const ratings = Object.entries(draft.ratings)
    .map(([laneId, rating]) => [laneId, ratingToInput(rating)] as const)
    .filter(([, rating]) => Object.keys(rating).length > 0);
  return {
    ranking: draft.ranking.map((group) => [...group]),
    allBad: draft.allBad,
    ratings: Object.fromEntries(ratings),
    ...(draft.strength !== null && hasOrder(draft.ranking) ? { strength: draft.strength } : {}),
    ...(draft.comment.trim() === '' ? {} : { comment: draft.comment }),
    ...(durationMs === null ? {} : { durationMs: Math.max(0, Math.round(durationMs)) }),
  };
}

export function saysNothing(draft: BallotDraft): boolean {
  const input = draftToInput(draft, null);
  return (
    input.ranking.length === 0 &&
    !input.allBad &&
    Object.keys(input.ratings).length === 0 &&
    input.comment === undefined
  );
}

export function withRanking(draft: BallotDraft, ranking: Ranking): BallotDraft {
  return { ...draft, ranking, allBad: false };
}

export function withAllBad(draft: BallotDraft, allBad: boolean): BallotDraft {
  return { ...draft, ranking: allBad ? [] : draft.ranking, allBad };
}

/** Changes the named fields of one lane's rating; undefined takes a field back. */
export function withRating(draft: BallotDraft, laneId: string, change: Partial<Rating>): BallotDraft {
  const merged = { ...draft.ratings[laneId], ...change };
  const rating = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
  return { ...draft, ratings: { ...draft.ratings, [laneId]: rating } };
}

/** Lanes that cannot be ranked (any more) leave the ranking; their ratings stay. */
export function withRankableLanes(draft: BallotDraft, laneIds: ReadonlySet<string>): BallotDraft {
  return { ...draft, ranking: keepLanes(draft.ranking, laneIds) };
}

export function withVerdict(
  draft: BallotDraft,
  verdict: Verdict,
  lanes: readonly [string, string],
): BallotDraft {
  const [first, second] = lanes;
  if (verdict === 'both-bad') return withAllBad(draft, true);
  if (verdict === 'tie') return withRanking(draft, [[first, second]]);
  return withRanking(draft, verdict === 'first' ? [[first], [second]] : [[second], [first]]);
}

/** The one-key verdict a draft amounts to; null when it says something else or nothing yet. */
export function verdictOf(draft: BallotDraft, lanes: readonly [string, string]): Verdict | null {
  return (
    verdicts.find((verdict) => {
      const same = withVerdict(draft, verdict, lanes);
      return same.allBad === draft.allBad && isSameRanking(same.ranking, draft.ranking);
    }) ?? null
  );
}

/** Two rankings say the same when their groups hold the same lanes, in whatever order within a tie. */
export function isSameRanking(one: Ranking, other: Ranking): boolean {
  const canonical = (ranking: Ranking) => JSON.stringify(ranking.map((group) => [...group].sort()));
  return canonical(one) === canonical(other);
}
