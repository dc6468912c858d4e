'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '#app/_lib/client/request.ts';
import type { View, ViewInput, ViewPatch } from '#lib/preferences/view-schema.ts';

const queryKey = ['views'];

/** Saved filters of the log, by name. */
export function useViews() {
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => request<{ data: View[] }>('/views', { signal }),
    select: ({ data }) => data,
  });
}

/** Each throws ApiError. */
export function useViewChanges() {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey });
  return {
    create: (body: ViewInput) => request<View>('/views', { method: 'POST', body }).then(again),
    update: (id: string, body: ViewPatch) =>
      request<View>(`/views/${id}`, { method: 'PATCH', body }).then(again),
    remove: (id: string) => request<void>(`/views/${id}`, { method: 'DELETE' }).then(again),
  };
}
