'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { comparisonHref } from '#app/_lib/client/comparison-href.ts';
import { request } from '#app/_lib/client/request.ts';
import { usePaletteSources } from '#components/shell/palette-source.ts';
import type { Comparison } from '#lib/arena/schema.ts';

type Listed = Pick<Comparison, 'id' | 'mode' | 'title' | 'createdAt'>;

/** Offers recent comparisons, or those that match the typed words, in the palette. */
export function useRecentComparisons(): void {
  const t = useTranslations('navigation');
  const format = useFormatter();
  const router = useRouter();
  const sources = useMemo(
    () => [
      {
        id: 'comparisons',
        group: t('recentComparisons'),
        load: async (query: string, signal: AbortSignal) => {
          const search = new URLSearchParams({ limit: '8', ...(query.trim() ? { q: query.trim() } : {}) });
          const { data } = await request<{ data: Listed[] }>(`/comparisons?${search}`, { signal });
          return data.map(({ id, mode, title, createdAt }) => ({
            id,
            label: title,
            hint: format.dateTime(new Date(createdAt), { dateStyle: 'medium' }),
            // The server has searched already, in prompts too.
            keywords: [query],
            run: () => router.push(comparisonHref(id, mode)),
          }));
        },
      },
    ],
    [t, format, router],
  );
  usePaletteSources(sources);
}
