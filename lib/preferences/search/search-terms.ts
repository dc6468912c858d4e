import { foldText } from '#lib/preferences/search/fold-text.ts';

/** More of them narrow a search no further and cost as much again. */
const mostTerms = 8;

/**
 * What a search asks for: every word of it somewhere in the record, in any order; in quotes, the whole as it stands.
 * Folded; the longest come first, for they are the rarest.
 */
export function parseSearch(search: string): string[] {
  const folded = foldText(search).trim();
  const quoted = /^"(.+)"$/su.exec(folded)?.[1];
  if (quoted !== undefined) return [quoted];
  const words = [...new Set(folded.split(/\s+/u))].filter((word) => word !== '');
  return words.toSorted((a, b) => b.length - a.length).slice(0, mostTerms);
}

/** Whether every term stands in one of the texts. */
export function containsTerms(texts: readonly string[], terms: readonly string[]): boolean {
  if (terms.length === 0) return true;
  const folded = texts.map(foldText);
  return terms.every((term) => folded.some((text) => text.includes(term)));
}

export type Span = { start: number; end: number };

/** Where the terms stand in a text, in order and without overlap; at most `most`, so that a long text stays cheap. */
export function findSpans(text: string, terms: readonly string[], most = 200): Span[] {
  const folded = foldText(text);
  const spans = terms.flatMap((term) => {
    const found: Span[] = [];
    let start = term === '' ? -1 : folded.indexOf(term);
    while (start >= 0 && found.length < most) {
      found.push({ start, end: start + term.length });
      start = folded.indexOf(term, start + term.length);
    }
    return found;
  });
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged.slice(0, most);
}
