'use client';

import { useQuery } from '@tanstack/react-query';
import { request } from '#app/_lib/client/request.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { HistoryParts } from '#components/results/history-parts.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { PreferenceHistory } from '#lib/preferences/history-schema.ts';
import type { Preference } from '#lib/preferences/log-schema.ts';

export function ResultHistory({ preference }: { preference: Preference }) {
  const errorText = useErrorText();
  const query = useQuery({
    queryKey: ['preference-history', preference.id, preference.ballot.revision],
    queryFn: ({ signal }) => request<PreferenceHistory>(`/preferences/${preference.id}/history`, { signal }),
    staleTime: 0,
  });
  if (query.data) return <HistoryParts preference={preference} history={query.data} />;
  if (query.isError) return <Callout tone="bad">{errorText(query.error)}</Callout>;
  return <Skeleton className="h-40 w-full" />;
}
