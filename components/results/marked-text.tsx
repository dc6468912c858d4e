import { findSpans } from '#lib/preferences/search/search-terms.ts';

type Props = {
  text: string;
  /** Folded search terms. */
  terms: readonly string[];
};

/** A short text with what was searched for marked in it. */
export function MarkedText({ text, terms }: Props) {
  const spans = terms.length === 0 ? [] : findSpans(text, terms, 20);
  if (spans.length === 0) return text;
  return (
    <>
      {spans.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(spans[index - 1]?.end ?? 0, start)}
          <mark className="rounded-xs bg-warn/25 text-ink underline decoration-warn underline-offset-2">
            {text.slice(start, end)}
          </mark>
        </span>
      ))}
      {text.slice(spans.at(-1)?.end)}
    </>
  );
}
