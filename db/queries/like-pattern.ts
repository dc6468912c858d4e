/** A pattern for ILIKE that finds the words anywhere and takes %, _ and \ literally. */
export function containsPattern(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
