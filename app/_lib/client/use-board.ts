'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '#app/_lib/client/request.ts';
import type {
  Board,
  BoardAgreement,
  BoardHistory,
  BoardMatrix,
  BoardOptions,
  BoardRobustness,
} from '#lib/rating/board-answer.ts';

type Answers = {
  '': Board;
  '/matrix': BoardMatrix;
  '/history': BoardHistory;
  '/agreement': BoardAgreement;
  '/options': BoardOptions;
  '/robustness': BoardRobustness;
};

/** One part of the leaderboard; `search` holds the query of `GET /leaderboard`. Waits until `isWanted`. */
export function useBoard<Part extends keyof Answers>(part: Part, search: string, isWanted = true) {
  return useQuery({
    queryKey: ['leaderboard', part, search],
    queryFn: ({ signal }) => request<Answers[Part]>(`/leaderboard${part}?${search}`, { signal }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    // Votes are given on other pages: whoever comes back wants to see what they changed.
    staleTime: 0,
  });
}
