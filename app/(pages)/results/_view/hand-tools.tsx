'use client';

import { BulkChanges } from '#app/(pages)/results/_view/bulk-changes.tsx';
import { SavedViews } from '#app/(pages)/results/_view/saved-views.tsx';
import type { ResultFilter } from '#components/results/result-filter.ts';

type Props = {
  filter: ResultFilter;
  onChange: (change: Partial<ResultFilter>) => void;
  hasMatches: boolean;
};

/** Above the list: saved views, and changes of all that match. */
export function HandTools({ filter, onChange, hasMatches }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <SavedViews filter={filter} onChange={onChange} />
      <BulkChanges filter={filter} hasMatches={hasMatches} />
    </div>
  );
}
