const maxStrayCharacters = 1_000_000;

export type EventHandlers = {
  /** One parsed JSON value; `name` is the event field, when there was one. */
  onEvent(value: unknown, name: string | null): void;
  onDone(): void;
  /** Data that is no JSON. */
  onBroken(data: string): void;
  /** At the end: what was neither an event nor JSON (a web page, a plain word). */
  onStray(text: string): void;
};

/** Parses, or gives undefined, which JSON cannot hold. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function looksLikeJson(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 0x7b || first === 0x5b;
}

/**
 * Reads server-sent events, and whatever servers send in their place: events without a blank line between them,
 * JSON lines, one JSON value as the whole body, llama.cpp's `error: {...}` line. Each event is parsed once, here.
 */
export class EventParser {
  readonly #handlers: EventHandlers;
  #partial: string[] = [];
  #skipLineFeed = false;
  #pending: string[] = [];
  #name: string | null = null;
  #stray: string[] = [];
  #strayLength = 0;

  constructor(handlers: EventHandlers) {
    this.#handlers = handlers;
  }

  push(chunk: string): void {
    const text = this.#withLineFeeds(chunk);
    let from = 0;
    let at = text.indexOf('\n');
    while (at >= 0) {
      let line = text.slice(from, at);
      if (this.#partial.length > 0) {
        this.#partial.push(line);
        line = this.#partial.join('');
        this.#partial = [];
      }
      this.#readLine(line);
      from = at + 1;
      at = text.indexOf('\n', from);
    }
    if (from < text.length) this.#partial.push(from === 0 ? text : text.slice(from));
  }

  end(): void {
    if (this.#partial.length > 0) this.#readLine(this.#partial.join(''));
    this.#partial = [];
    this.#flushPending();
    const stray = this.#stray.join('\n').trim();
    if (stray === '') return;
    const value = looksLikeJson(stray) ? parseJson(stray) : undefined;
    if (value === undefined) this.#handlers.onStray(stray);
    else this.#handlers.onEvent(value, null);
  }

  /** CR and CRLF become LF, also when a CRLF is split between two chunks. */
  #withLineFeeds(chunk: string): string {
    let text = chunk;
    if (this.#skipLineFeed && text.startsWith('\n')) text = text.slice(1);
    if (chunk !== '') this.#skipLineFeed = chunk.endsWith('\r');
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  #readLine(line: string): void {
    if (line === '') {
      this.#flushPending();
      this.#name = null;
      return;
    }
    if (line.startsWith('data:')) {
      this.#readData(line.charCodeAt(5) === 0x20 ? line.slice(6) : line.slice(5));
      return;
    }
    if (line.startsWith(':')) return;
    const field = /^(event|id|retry|data)(?::\s?(.*))?$/s.exec(line);
    if (field) {
      if (field[1] === 'event') this.#name = field[2]?.trim() || null;
      return;
    }
    this.#readStray(line);
  }

  /** A data line that is a whole JSON value is an event at once; servers forget the blank line. */
  #readData(data: string): void {
    if (this.#pending.length > 0 || !this.#dispatch(data)) this.#pending.push(data);
  }

  #dispatch(data: string): boolean {
    if (looksLikeJson(data)) {
      const value = parseJson(data);
      if (value !== undefined) {
        this.#handlers.onEvent(value, this.#name);
        return true;
      }
    }
    const trimmed = data.trim();
    if (trimmed === '') return true;
    if (trimmed === '[DONE]') {
      this.#handlers.onDone();
      return true;
    }
    return false;
  }

  #flushPending(): void {
    if (this.#pending.length === 0) return;
    const lines = this.#pending;
    this.#pending = [];
    const value = parseJson(lines.join('\n'));
    if (value !== undefined) {
      this.#handlers.onEvent(value, this.#name);
      return;
    }
    for (const line of lines) if (!this.#dispatchTrimmed(line)) this.#handlers.onBroken(line);
  }

  #dispatchTrimmed(line: string): boolean {
    const trimmed = line.trim();
    if (this.#dispatch(trimmed)) return true;
    const value = parseJson(trimmed);
    if (value === undefined) return false;
    this.#handlers.onEvent(value, this.#name);
    return true;
  }

  #readStray(line: string): void {
    const trimmed = line.trim();
    if (trimmed.startsWith('data:') || trimmed === '[DONE]') {
      this.#readData(trimmed.replace(/^data:\s*/, ''));
      return;
    }
    const error = /^error:\s*(.+)$/s.exec(trimmed);
    if (error?.[1]) {
      this.#handlers.onEvent({ error: parseJson(error[1]) ?? error[1] }, 'error');
      return;
    }
    if (this.#stray.length === 0 && looksLikeJson(trimmed)) {
      const value = parseJson(trimmed);
      if (value !== undefined) {
        this.#handlers.onEvent(value, null);
        return;
      }
    }
    if (this.#readEmbedded(trimmed)) return;
    this.#strayLength += line.length;
    if (this.#strayLength <= maxStrayCharacters) this.#stray.push(line);
  }
  /** An event under a field name that is not `data`: what it says counts, whatever it is called. */
  #readEmbedded(line: string): boolean {
    const at = line.indexOf('{');
    if (at <= 0 || !line.endsWith('}') || !line.includes('"choices"')) return false;
    const value = parseJson(line.slice(at));
    if (value === undefined) this.#handlers.onBroken(line);
    else this.#handlers.onEvent(value, this.#name);
    return true;
  }
}
