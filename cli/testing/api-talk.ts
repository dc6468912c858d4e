import type { Turn, TurnEvent } from '#lib/arena/schema.ts';
import { readTurnEvents } from '#lib/arena/turn-reader.ts';
import { applyTurnEvent, type TurnView, viewOf } from '#lib/arena/turn-reader-view.ts';

export type Answered = { status: number; headers: Headers; body: Record<string, unknown> };

/** Speaks the HTTP API of one running program. */
export class ApiTalk {
  readonly url: string;

  constructor(programUrl: string) {
    this.url = `${programUrl}/api/v1`;
  }

  async send(method: string, path: string, body?: unknown): Promise<Answered> {
    const response = await fetch(this.url + path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  async addEndpoint(baseUrl: string, model: string, more: Record<string, unknown> = {}): Promise<string> {
    return this.make('/endpoints', { name: model, protocol: 'chat', baseUrl, model, ...more });
  }

  /** A comparison with one lane per endpoint id. */
  async compare(...endpointIds: string[]): Promise<string> {
    const lanes = endpointIds.map((endpointId) => ({ endpointId }));
    return this.make('/comparisons', { mode: 'open', lanes });
  }

  async getTurn(turnId: string): Promise<Turn> {
    const { status, body } = await this.send('GET', `/turns/${turnId}`);
    if (status !== 200) throw new Error(`turn ${turnId}: ${status} ${JSON.stringify(body)}`);
    return body as Turn;
  }

  ask(comparisonId: string, prompt = 'Go'): Promise<TurnFollower> {
    return this.open(`/comparisons/${comparisonId}/turns`, { prompt });
  }

  follow(turnId: string): Promise<TurnFollower> {
    return this.open(`/turns/${turnId}/events`);
  }

  private async open(path: string, body?: unknown): Promise<TurnFollower> {
    const response = await fetch(this.url + path, {
      headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!response.ok || response.body === null) {
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    }
    return new TurnFollower(response.body);
  }

  private async make(path: string, input: unknown): Promise<string> {
    const { status, body } = await this.send('POST', path, input);
    if (status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return String(body.id);
  }
}

/** Reads one event stream of a turn as the page does, and remembers what was there when. */
export class TurnFollower {
  view: TurnView = viewOf({ turnId: null, status: 'running', responses: [] });
  readonly events: TurnEvent[] = [];
  /** Length of each lane's text after each of its deltas, on the clock of performance.now(). */
  readonly growth: { at: number; laneId: string; length: number }[] = [];
  /** True when the stream ended with `turn-end`; false when it was cut. */
  readonly ended: Promise<boolean>;
  private readonly checks = new Set<() => void>();

  constructor(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
    this.ended = this.read(body).catch(() => false);
  }

  /** Resolves once the view is as wanted; fails if the stream ends before. */
  async until(isThere: (follower: TurnFollower) => boolean): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const check = () => {
      if (isThere(this)) resolve();
    };
    this.checks.add(check);
    check();
    const cut = this.ended.then(() => {
      if (isThere(this)) return;
      throw new Error(`the stream ended: ${JSON.stringify(this.events.slice(-3))}`);
    });
    await Promise.race([promise, cut]);
    this.checks.delete(check);
  }

  hasText(): boolean {
    const lanes = Object.values(this.view.lanes);
    return lanes.length > 0 && lanes.every((lane) => lane.text !== '');
  }

  private async read(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<boolean> {
    for await (const event of readTurnEvents(body)) {
      const step = applyTurnEvent(this.view, event);
      if (step.gap) throw new Error('a gap in the stream');
      this.view = step.view;
      this.events.push(event);
      if (event.event === 'lane-delta') {
        const { laneId } = event.data;
        const length = this.view.lanes[laneId]?.text.length ?? 0;
        this.growth.push({ at: performance.now(), laneId, length });
      }
      for (const check of [...this.checks]) check();
    }
    return this.events.at(-1)?.event === 'turn-end';
  }
}
