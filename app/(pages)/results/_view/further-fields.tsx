'use client';

import { useTags } from '#app/_lib/client/use-changes.ts';
import { useOverview } from '#app/_lib/client/use-overview.ts';
import { HandFilters } from '#components/results/by-hand/hand-filters.tsx';
import { FurtherFilters } from '#components/results/further-filters.tsx';
import type { ResultFilter } from '#components/results/result-filter.ts';

type Props = { filter: ResultFilter; onChange: (change: Partial<ResultFilter>) => void };

/** Offers the languages, raters and tags of the whole log. */
export function FurtherFields(props: Props) {
  const { data } = useOverview('', true);
  const tags = useTags();
  return (
    <>
      <FurtherFilters
        {...props}
        languages={data?.languages.rows.map(({ language }) => language) ?? []}
        raters={data?.raters.rows.map(({ id }) => id) ?? []}
      />
      <HandFilters {...props} tags={tags.data ?? []} />
    </>
  );
}
