'use client';

import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { request } from '#app/_lib/client/request.ts';
import type { CardAnswer } from '#lib/catalog/card-answer.ts';

const cardQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['catalog', id],
    queryFn: ({ signal }) => request<CardAnswer>(`/catalog/${encodeURIComponent(id ?? '')}`, { signal }),
    enabled: id !== null,
    // Cards change only with a new version of Baijia.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** One card with its neighbours in the family tree; idle while there is no id. */
export const useCard = (id: string | null) => useQuery(cardQuery(id));

/** Who made the models of these cards, in their order; null without a card, and while it is on its way. */
export const useMakers = (ids: readonly (string | null)[]): (string | null)[] =>
  useQueries({ queries: ids.map(cardQuery) }).map(
    ({ data }) => data?.verified.organisation.value.join(', ') ?? null,
  );
