'use client';

import { useQuery } from '@tanstack/react-query';
import { request } from '#app/_lib/client/request.ts';
import type { CardAnswer } from '#lib/catalog/card-answer.ts';

/** One card with its neighbours in the family tree; idle while there is no id. */
export function useCard(id: string | null) {
  return useQuery({
    queryKey: ['catalog', id],
    queryFn: ({ signal }) => request<CardAnswer>(`/catalog/${encodeURIComponent(id ?? '')}`, { signal }),
    enabled: id !== null,
    // Cards change only with a new version of Baijia.
    staleTime: Number.POSITIVE_INFINITY,
  });
}
