/** Characters shown of an answer that is folded: about ten pages. */
export const foldedLength = 30_000;

/** The beginning of a long text, ending with a line where one ends near; a short text as it is. */
export function cutLongText(text: string): string {
  if (text.length <= foldedLength) return text;
  const lineEnd = text.lastIndexOf('\n', foldedLength - 1) + 1;
  return text.slice(0, lineEnd > foldedLength / 2 ? lineEnd : foldedLength);
}
