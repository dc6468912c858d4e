/** The same for every name: as many signs as a name has would tell which it is. */
const mark = '█████';

/**
 * Hides words in an answer. Which characters are hidden depends on the text within `reach` characters of them alone:
 * a growing text can be masked piece by piece. Hidden characters in a row are one mark.
 */
export class IdentityMask {
  /** UTF-16 units on either side that decide over a character. */
  readonly reach: number;
  private readonly patterns: readonly RegExp[];
  /** Most texts name nobody: one look tells. */
  private readonly any: RegExp | null;

  constructor(words: readonly string[]) {
    const known = [...new Set(words.map((word) => word.trim().toLowerCase()))].filter((word) => word !== '');
    // One unit beyond the longest word shows whether the word goes on; each gap within may be one unit longer.
    this.reach = known.reduce((longest, word) => Math.max(longest, 2 * word.length + 2), 2);
    this.patterns = known.map(toPattern);
    const sources = this.patterns.map((pattern) => pattern.source);
    this.any = sources.length === 0 ? null : new RegExp(sources.join('|'), 'iu');
  }

  apply(text: string): string {
    return this.applyWithin((from) => text.slice(from), 0, text.length);
  }

  /**
   * What the units from `start` to `end` of a text that is `read` in pieces add to it once it is masked: a mark where
   * a name begins, nothing where it goes on.
   */
  applyWithin(read: (from: number) => string, start: number, end: number): string {
    const from = Math.max(0, start - this.reach);
    const text = read(from).slice(0, end - from + this.reach);
    const names = mergeSpans(this.find(text));
    let masked = '';
    let place = start - from;
    for (const [nameStart, nameEnd] of names) {
      if (nameEnd <= place) continue;
      if (nameStart >= end - from) break;
      if (nameStart >= place) masked += text.slice(place, nameStart) + mark;
      place = nameEnd;
    }
    return masked + text.slice(place, Math.max(place, end - from));
  }

  isIn(text: string): boolean {
    return this.find(text).length > 0;
  }

  /** Occurrences may overlap: all of them count, so that a later one never frees an earlier. */
  private find(text: string): [number, number][] {
    if (this.any?.test(text) !== true) return [];
    return this.patterns.flatMap((pattern) => {
      const found: [number, number][] = [];
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        found.push([match.index, match.index + match[0].length]);
        pattern.lastIndex = match.index + 1;
      }
      return found;
    });
  }
}

/** Spans that overlap or touch become one; in their order. */
function mergeSpans(spans: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of spans.sort(([one], [other]) => one - other)) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

const letterOrDigit = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}]';

/** "GPT-4" is also "gpt 4" and "GPT4". Words of scripts with spaces count only when they stand alone. */
function toPattern(word: string): RegExp {
  const parts = word.split(/[\s._\-:/]+/u).filter((part) => part !== '');
  const body = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('[\\s._\\-:/]?');
  const isWordy = (unit: string | undefined) => new RegExp(letterOrDigit, 'u').test(unit ?? '');
  const before = isWordy(word[0]) ? `(?<!${letterOrDigit})` : '';
  const after = isWordy(word.at(-1)) ? `(?!${letterOrDigit})` : '';
  return new RegExp(before + body + after, 'giu');
}
