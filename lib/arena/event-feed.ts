import type { TurnEvent } from '#lib/arena/schema.ts';
import type { TurnSource } from '#lib/arena/turn-source.ts';
import { TurnView, type TurnViewOptions } from '#lib/arena/turn-view.ts';

/** Proxies and browsers drop connections that stay silent for longer. */
export const pingMs = 15_000;
export const ping = ': ping\n\n';
/** Safari shows nothing of a stream before its first 1,024 bytes. */
const padding = `: ${' '.repeat(1024)}\n\n`;

/** What one viewer of a turn is sent, in the wire form of server-sent events; ids count up from 1. */
export class EventFeed {
  private readonly source: TurnSource;
  private readonly view: TurnView;
  private nextId = 1;
  private seenTick: number;

  constructor(source: TurnSource, options: TurnViewOptions) {
    this.source = source;
    this.view = new TurnView(source, options);
    this.seenTick = source.tick;
  }

  /** True once `turn-end` has been read. */
  get isOver(): boolean {
    return this.view.isOver;
  }

  /** Before anything else. */
  open(): string {
    return padding + this.encode([...this.view.open(), ...this.view.read()]);
  }

  /** All that is new since the last call; '' when nothing is. */
  read(): string {
    this.seenTick = this.source.tick;
    return this.encode(this.view.read());
  }

  /** True when there may be something that was not read yet. */
  get hasNews(): boolean {
    return this.source.tick !== this.seenTick;
  }

  /** Calls once, when there may be something new; the returned function takes it back. */
  onNews(listener: () => void): () => void {
    return this.source.onNextTick(listener);
  }

  private encode(events: readonly TurnEvent[]): string {
    let text = '';
    for (const { event, data } of events) {
      text += `event: ${event}\nid: ${this.nextId}\ndata: ${JSON.stringify(data)}\n\n`;
      this.nextId += 1;
    }
    return text;
  }
}
