/** What an answer looks like, apart from what it says. Counts of one answer, fenced code left out. */
export type StyleFeatures = { tokens: number; headers: number; lists: number; bold: number };

export const styleFeatureNames = [
  'tokens',
  'headers',
  'lists',
  'bold',
] as const satisfies readonly (keyof StyleFeatures)[];

/**
 * Counts Markdown headers, list items and bold spans, and the length.
 * @param tokens of the answer as its server reported them; without, letters, digits and CJK signs are counted in
 *   words and single signs, which has the same order of size.
 */
export function styleFeatures(answer: string, tokens?: number): StyleFeatures {
  const text = withoutFencedCode(answer);
  return {
    tokens:
      tokens ?? countMatches(text, /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\p{L}\p{N}]+/gu),
    headers: countMatches(text, /^ {0,3}#{1,6}[ \t]+\S/gm),
    lists: countMatches(text, /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/gm),
    bold: countMatches(text, /\*\*(?=\S)[^*\n]+\*\*|__(?=\S)[^_\n]+__/g),
  };
}

/** Without ``` and ~~~ blocks; an unclosed block runs to the end, as in CommonMark. */
function withoutFencedCode(answer: string): string {
  if (!answer.includes('```') && !answer.includes('~~~')) return answer;
  const kept: string[] = [];
  let fence = '';
  for (const line of answer.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence === '') {
      if (mark?.[1] && !(mark[1].startsWith('`') && mark[2]?.includes('`'))) fence = mark[1];
      else kept.push(line);
    } else if (mark?.[1]?.startsWith(fence) && mark[2]?.trim() === '') {
      fence = '';
    }
  }
  return kept.join('\n');
}

const countMatches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
