/** Cuts text into words with the blanks before them, and Chinese into characters; joined again it is the same text. */
export function splitPieces(text: string): string[] {
  return text.match(/\s*(?:\p{Script=Han}|[^\s\p{Script=Han}]+)|\s+$/gu) ?? [];
}
