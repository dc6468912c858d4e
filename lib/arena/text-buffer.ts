/**
 * An answer that grows at its end and is read from any offset by any number of readers.
 * Appending is O(1); reading costs what is new. Offsets count UTF-16 units from the start.
 */
export class TextBuffer {
  /** What readers have seen, in pieces; `starts[i]` is the offset of `pieces[i]`. */
  private pieces: string[] = [];
  private starts: number[] = [];
  private settled = 0;
  /** What came since the last read; V8 joins it lazily. */
  private tail = '';

  get length(): number {
    return this.settled + this.tail.length;
  }

  append(delta: string): void {
    this.tail += delta;
  }

  /** Everything from `offset` to the end; '' when there is nothing new. */
  readFrom(offset: number): string {
    this.settle();
    if (offset >= this.settled) return '';
    const first = this.pieceAt(offset);
    const start = this.starts[first] ?? 0;
    const head = (this.pieces[first] ?? '').slice(offset - start);
    if (first === this.pieces.length - 1) return head;
    return head + this.pieces.slice(first + 1).join('');
  }

  toString(): string {
    this.settle();
    if (this.pieces.length > 1) {
      this.pieces = [this.pieces.join('')];
      this.starts = [0];
    }
    return this.pieces[0] ?? '';
  }

  private settle(): void {
    if (this.tail === '') return;
    this.pieces.push(this.tail);
    this.starts.push(this.settled);
    this.settled += this.tail.length;
    this.tail = '';
  }

  private pieceAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
