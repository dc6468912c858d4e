'use client';

import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { z } from 'zod';
import { request } from '#app/_lib/client/request.ts';
import { historyKey } from '#app/(pages)/_compare/history-key.ts';
import { type ComparisonSummary, comparisonSummarySchema } from '#lib/arena/history-schema.ts';

const pageSchema = z.object({ data: z.array(comparisonSummarySchema), nextCursor: z.string().nullable() });
type HistoryPage = z.infer<typeof pageSchema>;

export function useHistory() {
  const [query, setQuery] = useState('');
  const words = useDeferredValue(query).trim();
  const pages = useInfiniteQuery({
    queryKey: [...historyKey, words],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({
        limit: '40',
        ...(words !== '' && { q: words }),
        ...(pageParam !== null && { cursor: pageParam }),
      });
      return request(`/comparisons?${search}`, { signal, schema: pageSchema });
    },
    getNextPageParam: (page: HistoryPage) => page.nextCursor,
    placeholderData: (before: InfiniteData<HistoryPage, string | null> | undefined) => before,
  });
  const comparisons = pages.data?.pages.flatMap((page) => page.data) ?? null;
  return { query, setQuery, pages, comparisons };
}

export function useRename() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, title }: Pick<ComparisonSummary, 'id' | 'title'>) =>
      request(`/comparisons/${id}`, { method: 'PATCH', body: { title } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: historyKey }),
  });
}

export function useDelete() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(`/comparisons/${id}`, { method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: historyKey }),
  });
}
