'use client';

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { commentChoices, flags, modes, outcomes } from '#components/results/filter-values.ts';
import { startOfDay } from '#components/results/local-days.ts';
import type { ResultFilter } from '#components/results/result-filter.ts';

const parsers = {
  q: parseAsString.withDefault(''),
  endpoint: parseAsString,
  card: parseAsString,
  outcome: parseAsStringLiteral(outcomes),
  mode: parseAsStringLiteral(modes),
  from: parseAsString,
  to: parseAsString,
  language: parseAsString,
  comment: parseAsStringLiteral(commentChoices),
  flag: parseAsStringLiteral(flags),
  rater: parseAsString,
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
  for (const name of ['endpoint', 'card', 'outcome', 'mode', 'language', 'flag', 'rater'] as const) {
    if (filter[name]) search.set(name, filter[name]);
  }
  if (filter.comment) search.set('hasComment', String(filter.comment === 'with'));
  const from = filter.from === null ? null : startOfDay(filter.from);
  const to = filter.to === null ? null : startOfDay(filter.to, 1);
  if (from) search.set('from', from.toISOString());
  if (to) search.set('to', to.toISOString());
  return search;
}
