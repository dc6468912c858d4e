import { type ChangeObject, diffArrays } from 'diff';

export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string };

export type AnswerDiff = {
  /** `words` when there was time for it; longer or wholly different answers are compared by line, or not at all. */
  unit: 'words' | 'lines' | 'whole';
  parts: readonly DiffPart[];
  /** Words (lines) only the first answer has, and only the second. */
  removed: number;
  added: number;
};

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words, spaces and marks, each a token; Chinese and Japanese are cut into words by the dictionary of the platform. */
function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), (segment) => segment.segment);
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** What changed from the first answer to the second. `budgetMs` bounds each of the two attempts. */
export function diffAnswers(before: string, after: string, budgetMs = 200): AnswerDiff {
  const words = diffTokens(wordsOf(before), wordsOf(after), budgetMs);
  if (words !== null) return summarize('words', absorbSpaces(words));
  const lines = diffTokens(linesOf(before), linesOf(after), budgetMs);
  if (lines !== null) return summarize('lines', lines);
  const whole: DiffPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return summarize('whole', whole);
}

/** Null when the answers are so different that the time was not enough. */
function diffTokens(before: string[], after: string[], budgetMs: number): DiffPart[] | null {
  const changes: ChangeObject<string[]>[] | undefined = diffArrays(before, after, { timeout: budgetMs });
  return (
    changes?.map(({ added, removed, value }) => {
      const kind = added ? 'added' : removed ? 'removed' : 'same';
      return { kind, text: value.join('') };
    }) ?? null
  );
}

/** A space between two changes is part of the change: a phrase that was replaced reads as one. */
function absorbSpaces(parts: readonly DiffPart[]): DiffPart[] {
  const merged: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') merged.push({ kind: 'removed', text: removed });
    if (added !== '') merged.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  parts.forEach(({ kind, text }, index) => {
    const isBetweenChanges = index < parts.length - 1 && removed !== '' && added !== '';
    const isAbsorbed = kind === 'same' && isBetweenChanges && /^[^\S\n]+$/.test(text);
    if (kind === 'removed' || isAbsorbed) removed += text;
    if (kind === 'added' || isAbsorbed) added += text;
    if (kind !== 'same' || isAbsorbed) return;
    flush();
    merged.push({ kind, text });
  });
  flush();
  return merged;
}

function summarize(unit: AnswerDiff['unit'], parts: readonly DiffPart[]): AnswerDiff {
  const count = (kind: DiffPart['kind']) =>
    parts.filter((part) => part.kind === kind).reduce((sum, { text }) => sum + countUnits(unit, text), 0);
  return { unit, parts, removed: count('removed'), added: count('added') };
}

function countUnits(unit: AnswerDiff['unit'], text: string): number {
  if (unit !== 'words') return linesOf(text).length;
  return Array.from(segmenter.segment(text)).filter((segment) => segment.isWordLike).length;
}
