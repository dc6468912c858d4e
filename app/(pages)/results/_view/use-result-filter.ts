'use client';

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { modes, outcomes } from '#components/results/filter-values.ts';
import { startOfDay } from '#components/results/local-days.ts';
import type { ResultFilter } from '#components/results/result-filters.tsx';

const parsers = {
  q: parseAsString.withDefault(''),
  endpoint: parseAsString,
  card: parseAsString,
  outcome: parseAsStringLiteral(outcomes),
  mode: parseAsStringLiteral(modes),
  from: parseAsString,
  to: parseAsString,
};

/** The filter as it stands in the URL. */
export function useResultFilter() {
  const [filter, setFilter] = useQueryStates(parsers);
  function change(fields: Partial<ResultFilter>): void {
    // Written at once: an address that comes late would undo the link a person follows meanwhile.
    void setFilter(fields);
  }
  return { filter, change };
}

/** The filter as `GET /preferences` takes it; days become moments, the last day counts whole. */
export function toSearch(filter: ResultFilter): URLSearchParams {
  const search = new URLSearchParams();
  if (filter.q.trim()) search.set('q', filter.q.trim());
  if (filter.endpoint) search.set('endpoint', filter.endpoint);
  if (filter.card) search.set('card', filter.card);
  if (filter.outcome) search.set('outcome', filter.outcome);
  if (filter.mode) search.set('mode', filter.mode);
  const from = filter.from === null ? null : startOfDay(filter.from);
  const to = filter.to === null ? null : startOfDay(filter.to, 1);
  if (from) search.set('from', from.toISOString());
  if (to) search.set('to', to.toISOString());
  return search;
}
