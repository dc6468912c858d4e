'use client';

import { createSerializer, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { commentChoices, type ResultFilter } from '#components/results/result-filter.ts';
import { startOfDay } from '#components/time-span/local-days.ts';
import { modes } from '#lib/arena/modes.ts';
import { flags } from '#lib/preferences/flags.ts';
import { outcomes } from '#lib/preferences/outcomes.ts';

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
  tag: parseAsString,
  excluded: parseAsString,
};

/** Called the same by the API. */
const plainFields = [
  'endpoint',
  'card',
  'outcome',
  'mode',
  'language',
  'flag',
  'rater',
  'tag',
  'excluded',
] as const;

/** The filter as it stands in the URL. */
export function useResultFilter() {
  const [filter, setFilter] = useQueryStates(parsers);
  function change(fields: Partial<ResultFilter>): void {
    // Written at once: an address that comes late would undo the link a person follows meanwhile.
    void setFilter(fields);
  }
  return { filter, change };
}

/** The filter as it stands in the address of the list, with its question mark; empty where nothing is filtered. */
export const toAddress = createSerializer(parsers);

/** The filter as `GET /preferences` takes it; days become moments, the last day counts whole. */
export function toSearch(filter: ResultFilter): URLSearchParams {
  const search = new URLSearchParams();
  if (filter.q.trim()) search.set('q', filter.q.trim());
  for (const name of plainFields) {
    if (filter[name]) search.set(name, filter[name]);
  }
  if (filter.comment) search.set('hasComment', String(filter.comment === 'with'));
  const from = filter.from === null ? null : startOfDay(filter.from);
  const to = filter.to === null ? null : startOfDay(filter.to, 1);
  if (from) search.set('from', from.toISOString());
  if (to) search.set('to', to.toISOString());
  return search;
}
