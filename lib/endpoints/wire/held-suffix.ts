/** Length of the longest end of `text` that begins one of `marks`: it may become that mark with the next delta. */
export function heldSuffixLength(text: string, marks: readonly string[]): number {
  let longest = 0;
  for (const mark of marks) {
    for (let length = Math.min(mark.length - 1, text.length); length > longest; length -= 1) {
      if (text.endsWith(mark.slice(0, length))) {
        longest = length;
        break;
      }
    }
  }
  return longest;
}
