'use client';

import { useQuery } from '@tanstack/react-query';
import { request } from '#app/_lib/client/request.ts';
import type { CardAnswer } from '#lib/catalog/card-answer.ts';
import type { Card } from '#lib/catalog/schema.ts';

const neverStale = { staleTime: Number.POSITIVE_INFINITY };

/** All cards; they change only with a new version of Baijia. */
export function useCatalog() {
  return useQuery({
    queryKey: ['catalog'],
    queryFn: async ({ signal }): Promise<readonly Card[]> => {
      const { data } = await request<{ data: Card[] }>('/catalog', { signal });
      return data;
    },
    ...neverStale,
  });
}

/** One card with its neighbours in the family tree; idle while there is no id. */
export function useCard(id: string | null) {
  return useQuery({
    queryKey: ['catalog', id],
    queryFn: ({ signal }) => request<CardAnswer>(`/catalog/${encodeURIComponent(id ?? '')}`, { signal }),
    enabled: id !== null,
    ...neverStale,
  });
}
