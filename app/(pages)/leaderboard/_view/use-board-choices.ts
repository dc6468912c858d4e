'use client';

import { parseAsBoolean, parseAsFloat, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { type BoardChoices, defaultChoices } from '#components/leaderboard/board-choices.ts';
import { startOfDay } from '#components/time-span/local-days.ts';
import { modes } from '#lib/arena/modes.ts';
import { boardUnits } from '#lib/rating/board-units.ts';
import { intervalKinds } from '#lib/rating/interval-kind.ts';
import { tiePolicies } from '#lib/rating/tie-policy.ts';

const parsers = {
  ties: parseAsStringLiteral(tiePolicies).withDefault(defaultChoices.ties),
  interval: parseAsStringLiteral(intervalKinds).withDefault(defaultChoices.interval),
  confidence: parseAsFloat.withDefault(defaultChoices.confidence),
  by: parseAsStringLiteral(boardUnits).withDefault(defaultChoices.by),
  anchor: parseAsString,
  anchorRating: parseAsFloat.withDefault(defaultChoices.anchorRating),
  style: parseAsBoolean.withDefault(false),
  position: parseAsBoolean.withDefault(false),
  mode: parseAsStringLiteral(modes),
  language: parseAsString,
  category: parseAsString,
  from: parseAsString,
  to: parseAsString,
  rater: parseAsStringLiteral(['me'] as const),
};

/** The settings as they stand in the URL; those that are as they were at first are left out of it. */
export function useBoardChoices() {
  const [choices, setChoices] = useQueryStates(parsers);
  return { choices, change: (fields: Partial<BoardChoices>) => void setChoices(fields) };
}

/** The choices as `GET /leaderboard` takes them; days become moments, the last day counts whole. */
export function toBoardSearch(choices: BoardChoices): URLSearchParams {
  const { from, to, anchor, anchorRating, ...plain } = choices;
  const search = new URLSearchParams();
  const defaults: Record<string, unknown> = defaultChoices;
  for (const [name, value] of Object.entries(plain)) {
    if (value !== null && value !== defaults[name]) search.set(name, String(value));
  }
  if (anchor !== null) {
    search.set('anchor', anchor);
    search.set('anchorRating', String(anchorRating));
  }
  const start = from === null ? null : startOfDay(from);
  const end = to === null ? null : startOfDay(to, 1);
  if (start) search.set('from', start.toISOString());
  if (end) search.set('to', end.toISOString());
  return search;
}
