import type { Preference } from '#lib/preferences/log-schema.ts';
import { findSpans } from '#lib/preferences/search/search-terms.ts';

export type Excerpt = { label: string | null; text: string };

const before = 24;
const length = 160;

/**
 * Where a search found a record, when the prompt does not show it: a piece of an answer (with its letter) or of a
 * comment. null when the beginning of the prompt shows it all.
 */
export function findExcerpt(preference: Preference, terms: readonly string[]): Excerpt | null {
  if (terms.length === 0) return null;
  const shown = preference.turn.prompt.slice(0, 60);
  if (terms.every((term) => findSpans(shown, [term], 1).length > 0)) return null;
  const { ballot, lanes, turn } = preference;
  const texts: Excerpt[] = [
    { label: null, text: ballot.comment ?? '' },
    ...lanes.flatMap(({ label, laneId, response }) => [
      { label, text: response.text },
      { label, text: ballot.ratings[laneId]?.comment ?? '' },
      { label, text: ballot.ratings[laneId]?.ideal ?? '' },
    ]),
    { label: null, text: turn.prompt },
  ];
  for (const { label, text } of texts) {
    const [span] = findSpans(text, terms, 1);
    if (!span) continue;
    const start = Math.max(0, span.start - before);
    const piece = text
      .slice(start, start + length)
      .replaceAll(/\s/gu, ' ')
      .toWellFormed();
    return { label, text: `${start > 0 ? '…' : ''}${piece}` };
  }
  return null;
}
