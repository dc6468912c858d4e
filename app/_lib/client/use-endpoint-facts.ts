'use client';

import { useQuery } from '@tanstack/react-query';
import { request } from '#app/_lib/client/request.ts';
import type { FactsAnswer } from '#lib/facts/schema.ts';

/** While the sources are being asked, what comes is looked for this often. */
const refreshingMs = 1_000;

/** What is published about the model behind an endpoint; idle while there is none. */
export function useEndpointFacts(endpointId: string | null) {
  return useQuery({
    queryKey: ['endpoints', endpointId, 'facts'],
    queryFn: ({ signal }) =>
      request<FactsAnswer>(`/endpoints/${encodeURIComponent(endpointId ?? '')}/facts`, { signal }),
    enabled: endpointId !== null,
    refetchInterval: ({ state }) => (state.data?.state === 'refreshing' ? refreshingMs : false),
  });
}
