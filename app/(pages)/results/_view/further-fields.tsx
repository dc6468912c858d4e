'use client';

import { useOverview } from '#app/_lib/client/use-overview.ts';
import { FurtherFilters } from '#components/results/further-filters.tsx';
import type { ResultFilter } from '#components/results/result-filter.ts';

type Props = { filter: ResultFilter; onChange: (change: Partial<ResultFilter>) => void };

/** Offers the languages and raters of the whole log. */
export function FurtherFields(props: Props) {
  const { data } = useOverview('', true);
  return (
    <FurtherFilters
      {...props}
      languages={data?.languages.rows.map(({ language }) => language) ?? []}
      raters={data?.raters.rows.map(({ id }) => id) ?? []}
    />
  );
}
