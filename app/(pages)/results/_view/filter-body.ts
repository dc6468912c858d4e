import { toSearch } from '#app/(pages)/results/_view/use-result-filter.ts';
import { noFilter, type ResultFilter } from '#components/results/result-filter.ts';
import { toDay } from '#components/time-span/local-days.ts';
import type { BulkInput } from '#lib/preferences/change-schema.ts';

export type FilterBody = BulkInput['filter'];

/** The filter as requests hold it. */
export function toBody(filter: ResultFilter): FilterBody {
  const { hasComment, ...rest } = Object.fromEntries(toSearch(filter));
  // The names and values are those of the address, which the server checks as well.
  return { ...rest, ...(hasComment !== undefined && { hasComment: hasComment === 'true' }) } as FilterBody;
}

/** A saved filter as the page has it; moments become the days they fall on. */
export function fromBody({ hasComment, from, to, ...rest }: FilterBody): ResultFilter {
  const dayBefore = (time: string) => toDay(new Date(Date.parse(time) - 1));
  return {
    ...noFilter,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    from: from === undefined ? null : toDay(new Date(from)),
    to: to === undefined ? null : dayBefore(to),
    comment: hasComment === undefined ? null : hasComment ? 'with' : 'without',
  };
}

/** Whether both let the same records through. */
export function isSameFilter(one: ResultFilter, other: ResultFilter): boolean {
  return toSearch(one).toString() === toSearch(other).toString();
}
