import { RecordsError } from '#lib/records/records-error.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const NEWLINE = 10;

/** Cuts one big JSON array into the texts of its elements while it streams by; only one element is held at a time. */
export class JsonArraySplitter {
  readonly #take: (text: string, line: number) => void;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #isOver = false;
  #element = '';
  #line = 1;
  #startLine = 1;

  constructor(take: (text: string, line: number) => void) {
    this.#take = take;
  }

  get pending(): number {
    return this.#element.length;
  }

  get line(): number {
    return this.#line;
  }

  write(text: string): void {
    let from = 0;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === NEWLINE) this.#line += 1;
      if (this.#isInString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === BACKSLASH) this.#isEscaped = true;
        else if (code === QUOTE) this.#isInString = false;
      } else if (code === QUOTE) {
        // Most strings hold no escape and end in this chunk: jump to their end.
        const end = text.indexOf('"', index + 1);
        if (end !== -1 && text.charCodeAt(end - 1) !== BACKSLASH) index = end;
        else this.#isInString = true;
      } else if (code === 91 || code === 123) {
        this.#depth += 1;
        if (this.#depth === 1) from = index + 1;
      } else if (code === 93 || code === 125) {
        this.#depth -= 1;
        if (this.#depth === 0) {
          this.#finish(text.slice(from, index), true);
          from = index + 1;
        }
      } else if (code === COMMA && this.#depth === 1) {
        this.#finish(text.slice(from, index), false);
        from = index + 1;
      }
    }
    if (this.#depth > 0) this.#element += text.slice(from);
    else if (this.#isOver && text.slice(from).trim() !== '')
      this.#refuse('something follows the end of the array');
  }

  end(): void {
    if (!this.#isOver) this.#refuse('the array does not end');
  }

  #finish(tail: string, isLast: boolean): void {
    const text = this.#element + tail;
    this.#element = '';
    const isBlank = text.trim() === '';
    if (!isBlank || !isLast) this.#take(text, this.#startLine + countLeadingLines(text));
    this.#startLine = this.#line;
    if (isLast && this.#isOver) this.#refuse('something follows the end of the array');
    if (isLast) this.#isOver = true;
  }

  #refuse(message: string): never {
    throw new RecordsError(`line ${this.#line}: ${message}`);
  }
}

function countLeadingLines(text: string): number {
  let lines = 0;
  for (let index = 0; text.charCodeAt(index) <= 32; index++) {
    if (text.charCodeAt(index) === NEWLINE) lines += 1;
  }
  return lines;
}
