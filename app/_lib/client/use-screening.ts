'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '#app/_lib/client/request.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import type { Screening } from '#components/leaderboard/screening-row.tsx';
import type { ScreeningAnswer } from '#lib/rating/board-answer.ts';

/** Tests all raters when asked to; the board is read anew afterwards. */
export function useScreening(): Screening {
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: () => request<ScreeningAnswer>('/leaderboard/screening', { method: 'POST', body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['leaderboard'] }),
  });
  return {
    start: () => mutate(),
    isRunning: isPending,
    answer: data ?? null,
    failure: error ? errorText(error) : null,
  };
}
