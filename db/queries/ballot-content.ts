import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { JudgedLane } from '#db/queries/judged-lanes.ts';
import type { JudgedTurn } from '#db/queries/judged-turn.ts';
import type { Mode } from '#lib/arena/modes.ts';
import { AppError, type ErrorDetail } from '#lib/errors.ts';
import type { BallotInput } from '#lib/preferences/ballot-schema.ts';
import type { Outcome } from '#lib/preferences/outcomes.ts';
import { outcomeOf } from '#lib/preferences/ranking.ts';

/** What makes two ballots the same; how long the rater took does not. */
export type BallotContent = {
  ranking: string[][];
  allBad: boolean;
  strength: number | null;
  ratings: BallotInput['ratings'];
  comment: string | null;
  outcome: Outcome;
  hasComment: boolean;
  /** Lane id -> the answer that was judged. */
  responseIds: Record<string, string>;
};

export function contentOf(input: BallotInput, lanes: readonly JudgedLane[]): BallotContent {
  const order = new Map(lanes.map((lane) => [lane.laneId, lane.position]));
  const place = (laneId: string) => order.get(laneId) ?? 0;
  const comments = [input.comment, ...Object.values(input.ratings).map((rating) => rating.comment)];
  return {
    ranking: input.ranking.map((group) => group.toSorted((a, b) => place(a) - place(b))),
    allBad: input.allBad,
    strength: input.strength ?? null,
    ratings: input.ratings,
    comment: input.comment ?? null,
    outcome: outcomeOf(input.ranking, input.allBad),
    hasComment: comments.some((comment) => comment !== undefined && comment.trim() !== ''),
    responseIds: Object.fromEntries(lanes.map((lane) => [lane.laneId, lane.responseId])),
  };
}

/**
 * Compares as JSON, where a field that is undefined is a field that is absent. A blind ballot is about the answers of
 * its time: a retry after the reveal does not make it another one.
 * @param known the content of the ballot as it stands; null when its revisions were not kept.
 */
export function isSameContent(mode: string, known: unknown, content: BallotContent): boolean {
  const before = z.record(z.string(), z.unknown()).nullable().parse(known);
  if (before === null) return false;
  const given = z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(content)));
  if (mode === 'blind') given.responseIds = before.responseIds;
  return isDeepStrictEqual(before, given);
}

export function judgedModeOf(turn: JudgedTurn): Mode {
  return turn.isBlind ? 'blind' : 'open';
}

/** @throws AppError when the ballot names other lanes, ranks an answer that is none, or would reveal too early. */
export function checkBallot(input: BallotInput, turn: JudgedTurn): void {
  const { lanes } = turn;
  const byId = new Map(lanes.map((lane) => [lane.laneId, lane]));
  const unknown = (laneId: string) => !byId.has(laneId);
  const details: ErrorDetail[] = [
    ...(input.ranking.flat().some(unknown)
      ? [{ path: 'ranking', message: 'names a lane of another turn' }]
      : []),
    ...Object.keys(input.ratings)
      .filter(unknown)
      .map((laneId) => ({ path: `ratings.${laneId}`, message: 'is not a lane of this turn' })),
  ];
  if (details.length > 0)
    throw new AppError('invalid-request', 'The ballot does not fit the turn.', { details });
  if (turn.isBlind && turn.status === 'running') {
    throw new AppError('conflict', 'The answers are still being written.');
  }
  const isRankable = (laneId: string) => {
    const lane = byId.get(laneId);
    return lane?.status === 'complete' && !lane.isEmpty;
  };
  const isVerdict = input.allBad || input.ranking.length > 0;
  if (turn.isBlind && isVerdict && !lanes.every((lane) => isRankable(lane.laneId))) {
    // Told of the battle as a whole: a refusal by lane would tell which one broke.
    throw new AppError('lane-not-rankable', 'This battle is void: an answer failed or was stopped.');
  }
  if (!input.ranking.flat().every(isRankable)) {
    throw new AppError(
      'lane-not-rankable',
      'An answer that failed, was stopped or is empty cannot be ranked.',
    );
  }
  if (input.allBad && !lanes.some((lane) => isRankable(lane.laneId))) {
    throw new AppError('lane-not-rankable', 'There is no complete answer to judge.');
  }
}
