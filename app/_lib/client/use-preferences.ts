'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { request } from '#app/_lib/client/request.ts';
import type { Preference } from '#lib/preferences/log-schema.ts';

/** First parts of the keys that the log is kept under in the browser. */
export const preferencesKey = 'preferences';
export const preferenceKey = 'preference';

export type PreferencePage = {
  data: Preference[];
  nextCursor: string | null;
  count: { value: number; exact: boolean };
};

/** The log, newest first, page by page; `search` holds the filters of `GET /preferences`. */
export function usePreferences(search: URLSearchParams) {
  const filters = search.toString();
  return useInfiniteQuery({
    queryKey: [preferencesKey, filters],
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

/** One record; `listed` is what a list already knows of it, and keeps up to date unless the record stands alone. */
export function usePreference(id: string | null, listed: Preference | undefined, isAlone = false) {
  return useQuery({
    queryKey: [preferenceKey, id],
    queryFn: ({ signal }) => request<Preference>(`/preferences/${encodeURIComponent(id ?? '')}`, { signal }),
    enabled: id !== null && (isAlone || listed === undefined),
    ...(listed ? { initialData: listed } : {}),
  });
}
