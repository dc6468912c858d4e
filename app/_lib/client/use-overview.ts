'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '#app/_lib/client/request.ts';
import type { Overview } from '#lib/preferences/overview/overview-schema.ts';

/** What the log holds, counted in the person's days; `search` holds the filters of `GET /preferences`. */
export function useOverview(search: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['preference-overview', search],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams(search);
      query.set('timeZone', Intl.DateTimeFormat().resolvedOptions().timeZone);
      return request<Overview>(`/preferences/overview?${query}`, { signal });
    },
    enabled: isWanted,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
