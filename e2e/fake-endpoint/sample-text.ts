const words =
  'the lamp on the table burned low while rain went on talking to the roof and nobody in the house could say 夜里 which of the two 会先 停下来'.split(
    ' ',
  );

/** The same story for everybody: `count` tokens, each a word with its space, a paragraph every sixty. */
export function* storyTokens(count: number): Iterable<string> {
  for (let index = 0; index < count; index += 1) {
    const word = words[index % words.length] ?? '';
    if (index % 60 === 59) yield `${word}.\n\n`;
    else yield `${word} `;
  }
}

const fence = '```';

/** Markdown with everything an answer may hold: headings, lists, code, a table, maths, Chinese, a link. */
export const markdownAnswer = `# Sorting, briefly

A **stable** sort keeps equal items in order. Two that are worth knowing:

1. Merge sort takes $O(n \\log n)$ always.
2. Insertion sort takes $O(n^2)$ at worst, and $O(n)$ on sorted input.

${fence}python
def insertion_sort(items: list[int]) -> list[int]:
    for i in range(1, len(items)):
        j = i
        while j > 0 and items[j - 1] > items[j]:
            items[j - 1], items[j] = items[j], items[j - 1]
            j -= 1
    return items
${fence}

| name | worst case | stable |
| --- | --- | --- |
| merge | $n \\log n$ | yes |
| heap | $n \\log n$ | no |

$$\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}$$

中文也要排得好看：**归并排序**是稳定的，\`堆排序\`不是。详见 [维基百科](https://zh.wikipedia.org/wiki/排序算法)。😀
`;

/** Cuts a text into token-like pieces of about four characters that never split a surrogate pair. */
export function* pieces(text: string, size = 4): Iterable<string> {
  let piece = '';
  for (const character of text) {
    piece += character;
    if (piece.length >= size) {
      yield piece;
      piece = '';
    }
  }
  if (piece) yield piece;
}
