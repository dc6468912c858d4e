/**
 * What the index knows of a text: each of its letters, each two that stand together, and each three where none is
 * Chinese or the like, of which two already say more than three Latin ones. A letter is a UTF-16 unit, so no text is
 * too odd to be found. Numbers below 65,536 are letters; the others share the numbers up to `gramLimit`, which can
 * make a text look as if it might match, never as if it could not.
 */
const hashed = 1 << 18;
export const gramLimit = 65_536 + hashed;
const firstDense = 0x2e80;

const pairGram = (a: number, b: number) =>
  65_536 + ((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 14);
const tripleGram = (a: number, b: number, c: number) =>
  65_536 + ((Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> 14);

/** Names every gram of a folded text, some more than once. */
export function eachGram(folded: string, visit: (gram: number) => void): void {
  let before = -1;
  let last = -1;
  for (let index = 0; index < folded.length; index += 1) {
    const unit = folded.charCodeAt(index);
    visit(unit);
    if (last >= 0) visit(pairGram(last, unit));
    if (before >= 0 && unit < firstDense && last < firstDense && before < firstDense) {
      visit(tripleGram(before, last, unit));
    }
    before = last;
    last = unit;
  }
}

/** Looking up more of them costs more than it rules out. */
const mostGrams = 10;

/** The grams that every text with this folded term has: the longest that the index keeps, spread over the term. */
export function gramsOfTerm(term: string): number[] {
  const units = Array.from({ length: Math.min(term.length, 200) }, (_, index) => term.charCodeAt(index));
  const [first = 0] = units;
  if (units.length < 2) return [first];
  const found = new Set<number>();
  const isDense = (unit: number | undefined) => unit !== undefined && unit >= firstDense;
  for (const [index, unit] of units.entries()) {
    const next = units[index + 1];
    const third = units[index + 2];
    if (isDense(unit)) found.add(unit);
    if (next !== undefined && (isDense(unit) || isDense(next) || units.length === 2))
      found.add(pairGram(unit, next));
    if (next !== undefined && third !== undefined && ![unit, next, third].some(isDense)) {
      found.add(tripleGram(unit, next, third));
    }
  }
  const all = [...found];
  const step = Math.max(1, all.length / mostGrams);
  return Array.from(
    { length: Math.min(all.length, mostGrams) },
    (_, index) => all[Math.floor(index * step)] ?? first,
  );
}

/** The number of a plain property of a record, such as its outcome: negative, so never that of a text. */
export function facetGram(name: string, value: string): number {
  let hash = 0x811c9dc5;
  for (const unit of Buffer.from(`${name}\n${value}`)) hash = Math.imul(hash ^ unit, 0x01000193);
  return -1 - (hash >>> 1);
}
