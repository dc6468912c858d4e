/**
 * Text as the search compares it: without case. It has the length of the text it came from, so what is found in it
 * stands at the same place there.
 */
export function foldText(text: string): string {
  const folded = text.toLowerCase();
  // What a letter becomes may depend on its neighbours, and then a part would not be found in the whole.
  return (folded.length === text.length ? folded : foldEach(text)).replaceAll('ς', 'σ');
}

/** Few letters grow when they lose their case ("İ"); these keep it. */
function foldEach(text: string): string {
  let folded = '';
  for (const letter of text) {
    const lower = letter.toLowerCase();
    folded += lower.length === letter.length ? lower : letter;
  }
  return folded;
}
