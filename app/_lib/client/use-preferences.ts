'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { request } from '#app/_lib/client/request.ts';
import type { Preference } from '#lib/preferences/log-schema.ts';

type PreferencePage = {
  data: Preference[];
  nextCursor: string | null;
  count: { value: number; exact: boolean };
};

/** The log, newest first, page by page; `search` holds the filters of `GET /preferences`. */
export function usePreferences(search: URLSearchParams) {
  const filters = search.toString();
  return useInfiniteQuery({
    queryKey: ['preferences', filters],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(filters);
      query.set('limit', '50');
      if (pageParam) query.set('cursor', pageParam);
      return request<PreferencePage>(`/preferences?${query}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    // Judging happens on other pages: whoever comes back wants to see what was added.
    staleTime: 0,
  });
}

/** One record; `listed` is what a list already knows of it. */
export function usePreference(id: string | null, listed: Preference | undefined) {
  return useQuery({
    queryKey: ['preference', id],
    queryFn: ({ signal }) => request<Preference>(`/preferences/${encodeURIComponent(id ?? '')}`, { signal }),
    enabled: id !== null && listed === undefined,
    ...(listed ? { initialData: listed } : {}),
  });
}
