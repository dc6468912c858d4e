import type { JudgedLane } from '#db/queries/judged-lanes.ts';
import type { BallotInput } from '#lib/preferences/ballot-schema.ts';
import { outcomeOf, placeOf } from '#lib/preferences/ranking.ts';

/** One row of ballot_lanes per lane of the turn, ranked or not. */
export function toLaneRows(ballotId: string, input: BallotInput, lanes: readonly JudgedLane[]) {
  const isWin = outcomeOf(input.ranking, input.allBad) === 'win';
  return lanes.map((lane) => {
    const rank = placeOf(input.ranking, lane.laneId);
    return {
      ballot_id: ballotId,
      lane_id: lane.laneId,
      response_id: lane.responseId,
      position: lane.position,
      endpoint_id: lane.endpointId,
      card_id: lane.cardId,
      rank,
      is_winner: isWin && rank === 1,
      style_tokens: lane.style.tokens,
      style_headers: lane.style.headers,
      style_lists: lane.style.lists,
      style_bold: lane.style.bold,
    };
  });
}
