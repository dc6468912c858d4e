import type { ResponseStatus } from '#lib/arena/schema.ts';

/** Keeps an imported ballot off the leaderboard until somebody takes it in. */
export const importedReason = 'imported';

/** Why a ballot is kept but does not count; whoever excludes by hand gives reasons of their own. */
export const exclusionReasons = ['failed-answer', 'identity-leak', 'too-fast', 'duplicate-prompt'] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export type VotedLane = {
  status: ResponseStatus;
  text: string;
  isRanked: boolean;
  /** The answer names its own model or maker. */
  namesItself: boolean;
};

export type Vote = {
  isBlind: boolean;
  allBad: boolean;
  lanes: readonly VotedLane[];
  /** Time from the answers to the verdict as the page measured it; null when nobody did. */
  durationMs: number | null;
  /** Ballots of others and of this rater on the same prompt so far. */
  samePromptBallots: number;
};

/** Ballots on one prompt that count; one prompt must not make the board. */
export const samePromptCap = 100;

/** More than ten times as fast as people read: letters, and Han signs and kana, each of which says more. */
const lettersPerSecond = 250;
const signsPerSecond = 80;
/** Nobody needs longer than this to see that an answer is no good. */
const longestSkimMs = 5000;

/** The rules of docs/ratings.md for votes that may not count, each known when the vote is given. */
export function exclusionReasonsOf(vote: Vote): ExclusionReason[] {
  const ranked = vote.lanes.filter((lane) => lane.isRanked);
  const judged = vote.allBad ? vote.lanes : ranked;
  const isBroken = (lane: VotedLane) => lane.status !== 'complete' || lane.text.trim() === '';
  // Where answers are missing, a ranking of the others still counts when there are two to compare.
  const hasFailed = vote.lanes.some(isBroken) && (vote.allBad || ranked.length === 1);
  const isTooFast = vote.durationMs !== null && judged.length > 1 && vote.durationMs < skimMs(judged);
  const holds: Record<ExclusionReason, boolean> = {
    'failed-answer': hasFailed,
    // In an open comparison the names are on the page anyway.
    'identity-leak': vote.isBlind && judged.some((lane) => lane.namesItself),
    'too-fast': isTooFast,
    'duplicate-prompt': vote.samePromptBallots >= samePromptCap,
  };
  return exclusionReasons.filter((reason) => holds[reason]);
}

function skimMs(lanes: readonly VotedLane[]): number {
  const text = lanes.map((lane) => lane.text).join('');
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const seconds = (text.length - signs) / lettersPerSecond + signs / signsPerSecond;
  return Math.min(longestSkimMs, seconds * 1000);
}
